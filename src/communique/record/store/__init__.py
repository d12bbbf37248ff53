"""The tables of the record, and how rows are found and told."""
