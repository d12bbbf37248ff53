"""established_by: the encounter or signing that set up a body."""

import re
from collections.abc import Iterator

from communique.reader.bodies import Founding, Standing, find_foundings
from communique.reader.engagements.draft import Draft
from communique.reader.links.story import Story, phase
from communique.reading import Link

FOUNDERS = frozenset({"signing", "meeting", "visit", "session", "conference", "ceremony", "call"})
_INAUGURAL = re.compile(r"\b(?:inaugural|maiden|founding|constituent|kick-?off|first-ever)\b", re.IGNORECASE)


def find_founded(story: Story) -> Iterator[Link]:
    """What founded each body, where the report tells of it as an encounter."""
    foundings = {id(founding.body): founding for founding in find_foundings(story.page, story.bodies)}
    for body in story.bodies:
        founding = foundings.get(id(body))
        if founding is not None:
            founder = _founder(story, founding)
            if founder is not None:
                evidence = (founding.start, founding.end, "links.founded_by")
                yield story.link(body, founder, "established_by", evidence)
                continue
        first = _inaugurated(story, body)
        if first is not None:
            words = first.trigger
            yield story.link(body, first, "established_by", (words.start, words.end, "links.inaugural"))


def _founder(story: Story, founding: Founding) -> Draft | None:
    """What is told after the words of founding in their sentence; else, of a body set up now, what was told before."""
    sentence = story.page.sentence_at(founding.start)
    told = [draft for _, draft in story.told_in(founding.told_from, int(sentence.end_char)) if _founds(draft, founding)]
    signings = [draft for draft in told if draft.kind == "signing"]
    visits = [draft for draft in told if draft.kind == "visit"]
    if signings or visits or (told and not founding.anew):
        return (signings or visits or told)[0]
    if not founding.anew:
        return None
    here = [d for _, d in story.told_in(int(sentence.start_char), int(sentence.end_char)) if _founds(d, founding)]
    if here:
        return here[0]
    before = [d for _, d in story.told_in(0, founding.start) if _founds(d, founding) and not story.is_before(d)]
    main = story.main if story.main in before else None
    return main or next(iter(before), None)


def _founds(draft: Draft, founding: Founding) -> bool:
    """Whether an encounter can have founded a body: it was held, and is no meeting of the body itself."""
    return draft.kind in FOUNDERS and phase(draft) == "done" and draft.body != founding.body.name


def _inaugurated(story: Story, body: Standing) -> Draft | None:
    """The session that opens a body, where it is the only one told of."""
    sittings = [draft for draft in story.drafts if draft.body == body.name]
    if len(sittings) != 1 or phase(sittings[0]) != "done" or story.is_before(sittings[0]):
        return None
    number = sittings[0].number
    if number is None or not _INAUGURAL.fullmatch(story.page.marks.text, number[1].start, number[1].end):
        return None
    return sittings[0]
