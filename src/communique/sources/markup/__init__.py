"""HTML and XML, for whatever holds some: what it begins with, the text of a piece."""
