"""Which accounts, people and bodies are one: from readings to wholes."""
