"""People, posts, bodies and encounters as entities of data models that others keep: one module a model."""
