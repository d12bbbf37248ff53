"""Values in words, as people read them."""
