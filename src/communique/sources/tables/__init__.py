"""Tables of reports, a row each: which column holds what, and the rows of a kind that only a library reads."""
