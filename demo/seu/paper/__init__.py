"""Padró documents as sealed A4 PDFs."""
