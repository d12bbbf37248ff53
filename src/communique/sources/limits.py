"""How much of an input is held in memory at once. What is larger is passed over with a Problem, never held whole."""

TEXT_LIMIT = 1_000_000  # characters in one report: the longest text spaCy takes (`nlp.max_length`), some 400 pages
LINE_LIMIT = 8_000_000  # bytes in one line of JSON lines: TEXT_LIMIT with most of its characters escaped
WHOLE_LIMIT = 64_000_000  # bytes of a JSON file or a feed, which cannot be read piece by piece
HEAD = 65_536  # bytes at the beginning by which a format is told
CHUNK = 8_192  # bytes taken from a file at a time; progress is counted in them
