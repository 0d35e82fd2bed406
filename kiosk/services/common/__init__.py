"""The spine: language, menu, troubles, anything else, opinion."""
