"""Identity documents on a PC/SC reader: who lies on it, what its chip says, and what its key signs."""
