"""From a document or a ticket to rows of dots."""
