"""What is fuzzed: one module each, found by its name."""
