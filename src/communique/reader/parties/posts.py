"""Posts that only one party has: `European Commissioner`, `Taoiseach`; whose they are is told without its name."""

import re
from functools import cache

from communique.lexicon.tables import table


def told_by_post(words: str) -> tuple[str, int, int] | None:
    """The party that the first such post in some words tells, and where in them the post stands."""
    for pattern, party in _posts_telling():
        match = pattern.search(words)
        if match is not None:
            return party, match.start(), match.end()
    return None


@cache
def _posts_telling() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = table("posts_telling", ["post", "party"])
    return tuple((re.compile(rf"\b{re.escape(row['post'])}", re.IGNORECASE), row["party"]) for row in rows)
