"""A sketch of a text: few numbers, of which two texts share one where they share most of their words.

MinHash over runs of three words, in bands (Broder 1997; Leskovec, Rajaraman, Ullman: Mining of Massive Datasets, 3.4).
It is done here with numpy and not by a library: a record must come out the same wherever it is made, whatever is
installed there; the tests hold it against datasketch.
"""

import re
from collections.abc import Iterator
from hashlib import blake2b
from zlib import crc32

RUN = 3  # words
SHORTEST = 12  # words: a shorter text is too little to be told as a copy
BANDS, ROWS = 24, 4  # two texts that share half of their runs have a band in common 4 times of 5, of 70 % always

_WORD = re.compile(r"[^\W_]+")


def sketch(text: str) -> frozenset[int]:
    """The bands of a text as numbers of 64 bits; none for one of fewer than SHORTEST words."""
    words = _WORD.findall(text.casefold())
    if len(words) < SHORTEST:
        return frozenset()
    return frozenset(_bands({" ".join(words[nth : nth + RUN]) for nth in range(len(words) - RUN + 1)}))


def _bands(runs: set[str]) -> Iterator[int]:
    import numpy as np

    hashes = np.fromiter((crc32(each.encode("utf-8", "surrogatepass")) for each in runs), np.uint64, len(runs))
    factors = np.array([_number(f"factor {nth}") | 1 for nth in range(BANDS * ROWS)], np.uint64)
    terms = np.array([_number(f"term {nth}") for nth in range(BANDS * ROWS)], np.uint64)
    # multiply-shift hashing: what overflows 64 bits is meant to be lost
    least = np.array(
        [((hashes * factor + term) >> np.uint64(32)).min() for factor, term in zip(factors, terms, strict=True)]
    )
    for nth in range(BANDS):
        yield _signed(least[nth * ROWS : (nth + 1) * ROWS].astype("<u4").tobytes() + bytes([nth]))


def _number(of: str) -> int:
    return int.from_bytes(blake2b(of.encode(), digest_size=8).digest(), "big")


def _signed(band: bytes) -> int:
    return int.from_bytes(blake2b(band, digest_size=8).digest(), "big", signed=True)
