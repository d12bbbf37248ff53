"""The tables of the record, a module for each sort of them; `schema` has them all."""
