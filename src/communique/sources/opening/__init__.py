"""What the user named → opened inputs: the files found, gzip and byte order marks taken off, the encoding told."""
