"""Making paper: printing, held up, taken, uncertain."""
