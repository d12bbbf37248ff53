"""Links: which encounter is part of which, which follows which, what founded a body.

story.py     the encounters of one report in their order, and the questions the rules ask of them
within.py    part_of: what happened on a visit, on the margins, at a session
after.py     follows: the session before, what an encounter builds on, the return visit, the exercise after its planning
founded.py   established_by: what set up a body
"""

from communique.reader.bodies import Standing
from communique.reader.engagements.draft import Draft
from communique.reader.links.after import find_following
from communique.reader.links.founded import find_founded
from communique.reader.links.story import Story
from communique.reader.links.within import find_parts
from communique.reader.page import Page
from communique.reading import Link


def find_links(page: Page, drafts: list[Draft], bodies: list[Standing]) -> tuple[Link, ...]:
    """Every link between the drafts and bodies, ids as `close` and `close_bodies` give them; none told twice."""
    story = Story(page, drafts, bodies)
    links: dict[tuple[str, str, str], Link] = {}
    for link in (*find_parts(story), *find_following(story), *find_founded(story)):
        links.setdefault((link.from_id, link.relation, link.to_id), link)
    return tuple(links.values())


__all__ = ["find_links"]
