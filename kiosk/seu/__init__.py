"""The seu electrònica as the kiosk sees it: the contract's models, one client, and its failures as values."""
