"""Whom to believe: country signers, and what is to be thought of a document that they signed, or did not."""
