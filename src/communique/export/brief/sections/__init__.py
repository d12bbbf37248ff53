"""The sections of a brief, a module each: from what is known to the lines that tell it."""
