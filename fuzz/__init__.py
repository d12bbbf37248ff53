"""Fuzzing: bytes that nobody would write, for each source and the reader. `make fuzz` runs it with atheris."""
