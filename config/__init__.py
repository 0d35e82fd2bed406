"""What a technician may change: one tree of settings, its file, its secrets and its documentation."""
