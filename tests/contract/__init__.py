"""The published contract of the seu, and what is held against it."""
