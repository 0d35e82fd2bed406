"""Padró documents."""
