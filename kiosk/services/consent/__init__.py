"""The consent to be helped by an official: a sheet of paper, completed and signed by hand."""
