"""Alternation: many phrases as one pattern that is quick to run.

`re` tries the branches of `(?:talks|tour|tours|…)` one by one at every word; here branches that begin alike are one
branch, so that a letter that begins none of them ends the trial at once.
"""

import re
from collections.abc import Iterable

Tree = dict[str, "Tree"]
_END = ""


def alternation(phrases: Iterable[str]) -> str:
    """A group that matches any of the phrases, the longest that fits first: what `(?:longest|…|shortest)` matches."""
    tree: Tree = {}
    for phrase in phrases:
        branch = tree
        for letter in phrase:
            branch = branch.setdefault(letter, {})
        branch[_END] = {}
    return _pattern(tree) if tree else r"(?!)"


def _pattern(tree: Tree) -> str:
    """The pattern of what may follow; where a phrase ends, going on is tried before ending."""
    branches = []
    for letter in sorted(tree.keys() - {_END}):
        run, below = letter, tree[letter]
        while len(below) == 1 and _END not in below:
            ((following, below),) = below.items()
            run += following
        branches.append(re.escape(run) + (_pattern(below) if below.keys() - {_END} else ""))
    group = f"(?:{'|'.join(branches)})"
    return f"{group}?" if _END in tree else group
