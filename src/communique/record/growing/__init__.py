"""How the record grows: reports taken in, read once more, everything derived made anew."""
