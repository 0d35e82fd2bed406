"""Thermal printers that speak ESC/POS: their bytes, their status, the paced way to them, the models known."""
