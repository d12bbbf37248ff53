"""Which rules there are: what stands behind the `rule` of a cited value.

A rule's id is `step.pattern`; where a step reads its patterns from a table, `*` stands for the row's words
(`engagements.verb.call_on`). The steps with many rules of their own list them beside their code.
"""

from fnmatch import fnmatchcase
from functools import cache

_FAMILIES = {
    "bodies.area": "what a standing body deals with: `on X and Y` in its name",
    "bodies.kind": "a standing body by the word for its kind (table body_kinds)",
    "bodies.label": "a body called by its short name or abbreviation",
    "bodies.ordinal": "the number of a session told beside its body",
    "bodies.organ": "an organ of an organisation that meets",
    "bodies.party": "a party named in a body's name",
    "bodies.series": "a numbered series of conferences",
    "documents.*": "an instrument by the word for its kind (table document_kinds)",
    "engagements.held.*": "a noun of an encounter with a verb of holding (tables event_nouns, holding_verbs)",
    "engagements.instrument": "the signing of an instrument that is dated: `the Declaration of 2012`",
    "engagements.margins": "a conference named only as the frame of a meeting: `on the margins of X`",
    "engagements.noun.*": "a noun of an encounter that tells of it by number, parties or itself (table event_nouns)",
    "engagements.role": "host and guest by the verb, or by whose soil it is",
    "engagements.sitting.*": "a standing body that meets: `will next gather`, `held its session`, `the 7th Commission`",
    "engagements.status": "held, under way, planned, proposed, cancelled: by tense and by words (table status_cues)",
    "engagements.talk.*": "talk between several that tells of their meeting: `X and Y reviewed Z` (table talk_verbs)",
    "engagements.verb.*": "a verb of meeting with what its row asks for (table event_verbs)",
    "engagements.visitor": "a guest called so: `the visiting minister`",
    "groups.*": "those who take part unnamed, and ships (tables group_nouns, ship_nouns, ship_prefixes)",
    "history.*": "a value of a row of the Office of the Historian's lists, from the field or sentence the id names",
    "lexicon.*": "a name the lexicon knows",
    "links.*": "how one encounter stands to another, by the words or the setting the id names",
    "matter.document_status": "signed, agreed, proposed, in force: by the verb (table document_statuses)",
    "names.run": "a run of capitalised words that nothing else claims, with titles around it",
    "offices.head": "a post: a head of office with its modifiers and complements (table office_heads)",
    "outcomes.*": "what follows a verb of deciding together (table outcome_verbs)",
    "parties.*": "whom somebody acts for: said at the name, in an office, beside it, or the publisher's own",
    "parts.*": "who leads, and states that take part as such",
    "refer.*": "words that stand for somebody",
    "setting.*": "place and country: near the trigger, from the dateline, or of what it is part of",
    "setting.around": "the likeliest of the countries told around an encounter that says none, by a learned model",
    "sides.*": "the party told by the side somebody heads or belongs to",
    "statements.*": "who said what: clause, nominal speech, quotation, attribution (table saying_verbs)",
    "topics.*": "what was on the table: after words of discussing (tables topic_verbs, topic_phrases), or an aim",
    "when.carried": "a day told of an encounter just before: `after the talks`, `on the second day of his stay`",
}


@cache
def rules() -> dict[str, str]:
    """Every rule or family of rules, by id, with one line on what it reads."""
    from communique.reader import language, masthead, times

    return dict(sorted({**_FAMILIES, **language.RULES, **masthead.RULES, **times.RULES}.items()))


def told_by(rule: str) -> str | None:
    """The id or family in `rules()` that a value's rule belongs to; None where there is none."""
    known = rules()
    return rule if rule in known else next((family for family in known if fnmatchcase(rule, family)), None)
