"""What is asked before a turn is taken: the subject, and whether somebody goes first."""
