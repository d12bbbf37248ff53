"""Holders: what else belongs to a post because the rank of who holds it comes right behind."""

from communique.reader.marks import Marks
from communique.reader.offices.complements import CONNECTORS, institutional

LONGEST_REST = 9  # words between what is known of an office and the rank of its holder


def up_to_holder(marks: Marks, right: int) -> int:
    """Beyond what else stands between an office and the rank of who holds it, behind a comma.

    `the Attaché of the Embassy of X | in Y, Colonel Z`: capitalised words and the small ones that join them.
    """
    i = right
    while i < len(marks.words) and i - right < LONGEST_REST:
        gap, word = marks.gap(i), marks.words[i]
        if gap == ", " or (gap == "), " and i > right):
            holder = i > right and word.capital and marks.is_a(i, "rank", "honorific")
            suffix = any(sense.detail == "after" for hit in marks.known[i] for sense in hit.senses)
            return i if holder and not suffix and not marks.is_a(i, "office_head") else right
        if gap not in (" ", " & ", "-", " (", ") ") or marks.is_a(i, "rank", "honorific"):
            break
        if word.capital and not _of_office(marks, i):
            break
        if not (word.capital or word.text[0].isdigit() or word.text in CONNECTORS or word.text in ("the", "its")):
            break
        i += 1
    return right


def _of_office(marks: Marks, i: int) -> bool:
    """Whether a capitalised word behind an office is of it rather than a name: known, or tied in by its neighbours."""
    if institutional(marks, i) or marks.words[i - 1].text in (*CONNECTORS, "the"):
        return True
    return i + 1 < len(marks.words) and marks.gap(i + 1) == " " and institutional(marks, i + 1)
