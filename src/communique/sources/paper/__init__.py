"""Documents made for paper: PDF, Word, OpenDocument; their paragraphs without what a page repeats."""
