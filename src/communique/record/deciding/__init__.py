"""What people decide, from their words to the log."""
