"""The way to all pages, at the top of each."""

from collections.abc import Collection

WAYS = (
    ("/engagements", "Engagements"),
    ("/people", "People"),
    ("/bodies", "Bodies"),
    ("/parties", "Parties"),
    ("/statements", "Statements"),
    ("/documents", "Documents"),
    ("/topics", "Topics"),
    ("/reports", "Reports"),
    ("/map", "Map"),
    ("/network", "Network"),
    ("/review", "Review"),
)


def ways(there: Collection[str]) -> list[tuple[str, str]]:
    """The addresses and names of those that are among the pages `there`, in the order in which they are shown."""
    return [way for way in WAYS if way[0] in there]
