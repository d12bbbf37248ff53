"""A brief in the form somebody carries it in: a module a form, each from a dossier to bytes."""
