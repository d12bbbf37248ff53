"""One report's reading held against its gold, field by field: what is true, missed, spurious."""

from collections import Counter
from collections.abc import Callable, Sequence
from operator import eq
from typing import Any, TypeAlias

from communique.errors import FalseCitation
from communique.evaluate.likeness import listed, offices, plain, same_body, same_person, same_statement, same_words
from communique.evaluate.pairing import Pairs, pair_engagements, pair_in_order
from communique.evaluate.scores import GROUPS, Counts, Marks, Miss, Untrue
from communique.reading import JSON
from communique.report import Citation

Same: TypeAlias = Callable[[Any, Any], bool]

# (group, field, when two values of it are the same)
REPORT_FIELDS: tuple[tuple[str, str, Same], ...] = (
    ("report", "publisher", same_words),
    ("report", "attributed_to", same_words),
    ("report", "dateline_place", same_words),
    ("report", "dateline_date", eq),
)
ENGAGEMENT_FIELDS: tuple[tuple[str, str, Same], ...] = (
    ("kind", "kind", eq),
    ("status", "status", eq),
    ("when", "start", eq),
    ("when", "end", eq),
    ("where", "place", same_words),
    ("where", "country", eq),
    ("body", "body", same_words),
    ("body", "session_number", eq),
)
ENGAGEMENT_LISTS = (("topic", "topics"), ("outcome", "outcomes"), ("document", "documents"))
PARTICIPANT_FIELDS: tuple[tuple[str, str, Same], ...] = (
    ("rank", "rank", same_words),
    ("party", "party", eq),
    ("role", "role", eq),
    ("leads", "leads", eq),
)


def mark(gold: JSON, reading: JSON | None, text: str | None, *, report: str) -> Marks:
    """The marks of one report, named by its id.

    `reading` is None where the report was not read, `text` where citations are not to be checked.
    """
    read = reading or {}
    sheet = _Sheet(report)
    _mark_masthead(sheet, gold.get("report") or {}, read.get("report") or {})
    names = _mark_engagements(sheet, listed(gold.get("engagements")), listed(read.get("engagements")))
    names |= _mark_bodies(sheet, listed(gold.get("bodies")), listed(read.get("bodies")))
    sheet.several("statement", gold.get("statements"), read.get("statements"), same_statement, where=report)
    _mark_links(sheet, gold, read, names)
    citations, untrue = (0, ()) if text is None else check_citations(read, text, report=report)
    return Marks(
        report=report,
        counts={group: sheet.counts(group) for group in GROUPS},
        misses=tuple(sheet.misses),
        missing=reading is None,
        negative=not gold.get("engagements"),
        alarmed=bool(read.get("engagements")),
        citations=citations,
        untrue=untrue,
    )


class _Sheet:
    """What has been marked so far."""

    def __init__(self, report: str) -> None:
        self.report = report
        self.gold: Counter[str] = Counter()
        self.read: Counter[str] = Counter()
        self.true: Counter[str] = Counter()
        self.misses: list[Miss] = []

    def counts(self, group: str) -> Counts:
        return Counts(self.gold[group], self.read[group], self.true[group])

    def miss(self, group: str, where: str, gold: Any, read: Any) -> None:
        self.misses.append(Miss(group, where, gold, read))

    def one(self, group: str, gold: Any, read: Any, same: Same, *, where: str) -> None:
        """A field that holds one value: nothing, an empty text and False are all "not there"."""
        gold, read = plain(gold) or None, plain(read) or None
        self.gold[group] += gold is not None
        self.read[group] += read is not None
        if gold is not None and read is not None and same(gold, read):
            self.true[group] += 1
        elif gold is not None or read is not None:
            self.miss(group, where, gold, read)

    def several(self, group: str, gold: Any, read: Any, same: Same, *, where: str) -> Pairs:
        """A field that holds a list: paired in order, what has no partner is missed or spurious."""
        gold, read = listed(gold), listed(read)
        pairs = pair_in_order(gold, read, same)
        self.gold[group] += len(gold)
        self.read[group] += len(read)
        self.true[group] += len(pairs)
        missed, spurious = _unpaired(pairs, len(gold), len(read))
        for i in missed:
            self.miss(group, where, gold[i], None)
        for j in spurious:
            self.miss(group, where, None, read[j])
        return pairs


def _unpaired(pairs: Pairs, gold: int, read: int) -> tuple[list[int], list[int]]:
    paired_gold, paired_read = {i for i, _ in pairs}, {j for _, j in pairs}
    return [i for i in range(gold) if i not in paired_gold], [j for j in range(read) if j not in paired_read]


def _mark_masthead(sheet: _Sheet, gold: JSON, read: JSON) -> None:
    dateline = read.get("dateline")  # some readings keep the dateline as one object
    nested = {f"dateline_{part}": value for part, value in dateline.items()} if isinstance(dateline, dict) else {}
    for group, field, same in REPORT_FIELDS:
        sheet.one(group, gold.get(field), read.get(field, nested.get(field)), same, where=sheet.report)


def _mark_engagements(sheet: _Sheet, gold: Sequence[JSON], read: Sequence[JSON]) -> dict[Any, Any]:
    """Marks all engagements; returns the gold id that each paired id of the reading stands for."""
    pairs = pair_engagements(gold, read)
    missed, spurious = _unpaired(pairs, len(gold), len(read))
    sheet.gold["engagement"] += len(gold)
    sheet.read["engagement"] += len(read)
    sheet.true["engagement"] += len(pairs)
    for i, j in pairs:
        _mark_engagement(sheet, gold[i], read[j], where=f"{sheet.report}/{gold[i].get('id')}")
    for i in missed:
        sheet.miss("engagement", sheet.report, _called(gold[i]), None)
        _mark_engagement(sheet, gold[i], {}, where=f"{sheet.report}/{gold[i].get('id')}")
    for j in spurious:
        sheet.miss("engagement", sheet.report, None, _called(read[j]))
        _mark_engagement(sheet, {}, read[j], where=f"{sheet.report}/+{j}")
    return {read[j].get("id"): gold[i].get("id") for i, j in pairs}


def _called(engagement: JSON) -> str:
    return f"{plain(engagement.get('kind'))}: {plain(engagement.get('trigger'))}"


def _mark_engagement(sheet: _Sheet, gold: JSON, read: JSON, *, where: str) -> None:
    for group, field, same in ENGAGEMENT_FIELDS:
        sheet.one(group, gold.get(field), read.get(field), same, where=where)
    people, found = listed(gold.get("participants")), listed(read.get("participants"))
    pairs = sheet.several("participant", people, found, same_person, where=where)
    missed, spurious = _unpaired(pairs, len(people), len(found))
    for i, j in pairs:
        _mark_participant(sheet, people[i], found[j], where=where)
    for i in missed:
        _mark_participant(sheet, people[i], {}, where=where)
    for j in spurious:
        _mark_participant(sheet, {}, found[j], where=where)
    for group, field in ENGAGEMENT_LISTS:
        sheet.several(group, gold.get(field), read.get(field), same_words, where=where)


def _mark_participant(sheet: _Sheet, gold: JSON, read: JSON, *, where: str) -> None:
    posts, found = offices(gold), offices(read)
    who = plain(gold.get("name")) or plain(read.get("name")) or next(iter([*posts, *found]), "?")
    where = f"{where} {who}"
    for group, field, same in PARTICIPANT_FIELDS:
        sheet.one(group, gold.get(field), read.get(field), same, where=where)
    sheet.several("office", posts, found, same_words, where=where)


def _mark_bodies(sheet: _Sheet, gold: Sequence[JSON], read: Sequence[JSON]) -> dict[Any, Any]:
    pairs = sheet.several("standing body", gold, read, same_body, where=sheet.report)
    return {read[j].get("id"): gold[i].get("id") for i, j in pairs}


def _mark_links(sheet: _Sheet, gold: JSON, read: JSON, names: dict[Any, Any]) -> None:
    """A link is true when its ends are paired with the gold link's ends; `names` translates the reading's ids."""
    own = {part.get("id"): part.get("id") for key in ("engagements", "bodies") for part in listed(gold.get(key))}
    wanted = Counter(_link(link, own) for link in listed(gold.get("links")))
    found = Counter(_link(link, names) for link in listed(read.get("links")))
    sheet.gold["link"] += wanted.total()
    sheet.read["link"] += found.total()
    sheet.true["link"] += (wanted & found).total()
    for link in (wanted - found).elements():
        sheet.miss("link", sheet.report, link, None)
    for link in (found - wanted).elements():
        sheet.miss("link", sheet.report, None, link)


def _link(link: JSON, names: dict[Any, Any]) -> tuple[Any, Any, Any]:
    return names.get(link.get("from")), link.get("relation"), names.get(link.get("to"))


def check_citations(reading: JSON, text: str, *, report: str) -> tuple[int, tuple[Untrue, ...]]:
    """How many citations a reading has, and those that are not true of the text."""
    count, untrue = 0, []
    stack: list[tuple[str, Any]] = [("", reading)]
    while stack:
        path, node = stack.pop()
        if isinstance(node, dict):
            count += "quote" in node
            if not _is_true(node, text):
                untrue.append(Untrue(report, path, node["quote"], node["start"], node["end"]))
            stack += [(f"{path}.{key}", node[key]) for key in reversed(node)]
        elif isinstance(node, list):
            stack += [(f"{path}[{k}]", node[k]) for k in reversed(range(len(node)))]
    return count, tuple(untrue)


def _is_true(node: JSON, text: str) -> bool:
    if not node.keys() >= {"quote", "start", "end"} or node["quote"] is None:
        return True
    try:
        Citation(text, node["start"], node["end"], node["quote"])
    except (FalseCitation, TypeError):
        return False
    return True
