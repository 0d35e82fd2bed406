"""Identity documents on a PC/SC reader: who lies on it, and what its chip says."""
