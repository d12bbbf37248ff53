"""The contact plot: laid out once, painted as SVG, as a picture, or on a page of a PDF."""
