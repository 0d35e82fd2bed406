"""Scanners of codes and zones: on a serial line, or as a keyboard."""
