"""What was decided: the log of it, and what of it stands."""
