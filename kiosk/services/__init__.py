"""The citizen services, a folder each: states, what is remembered, activities, views."""
