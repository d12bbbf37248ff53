"""Which body is which: names of bodies, for their parties, compared by what they say.

Names drift: kind (committee, commission), order of the states, adjective or noun. What tells two bodies of the same
states apart is their subject (military, naval) and a few other words (follow-up). Numbers of sessions are no reason
against: one body has many. A name that might be any body's is vague.
"""

from functools import lru_cache
from itertools import combinations, product

from communique import lexicon
from communique.resolve.folding import fold
from communique.resolve.likeness import Likeness, Reason, likeness
from communique.resolve.mentions import BodyForm, Days
from communique.resolve.titles import Title, title

VERSION = "2"

REMEMBERED = 50_000

SAME_SUBJECT, PART_OF_SUBJECT, NEAR_SUBJECT, SAME_LEVEL, GENERIC = 0.75, 0.6, 0.5, 0.55, 0.4
SAME_SHORT, SPELLED_OUT = 0.75, 0.7
OTHER_SUBJECT, OTHER_LEVEL = 0.05, 0.2
OTHER_KIND, OTHER_KIND_ONE_SUBJECT = -0.3, -0.5
PARTIES, PART_OF_PARTIES, IN_COMPANY, MISREAD = 0.15, 0.1, 0.1, -0.05
ONE_PARTY, NO_PARTIES = -0.15, -0.12
MET, SAME_NUMBER = 0.2, 0.05
LONG = -0.1
UNLIKELY = 0.2
SUGGESTED = 0.45

NEAR = (frozenset({"military", "defence"}), frozenset({"border", "boundary"}), frozenset({"trade", "economic"}))
"""Subjects that reports put for each other, though two bodies may have them."""
PAIR = 2  # parties that both must have for a generic name to be one
YEARS = 2  # so far apart two reports of a generic name may be of one body
YEARS_AT_MOST = 60
MOST_COMPANY = 10  # parties that reports on a body of one party speak of, two of which say what body it is
CODE = 2  # letters of a country's code; organisations are not taken for another party


def is_vague(written: str, parties: tuple[str, ...]) -> bool:
    """Whether a name is too thin to be the same in another report: generic, or of nobody known."""
    return not parties or title(written).generic


def keys(node: BodyForm) -> frozenset[str]:
    """What a form is looked up by: pairs of parties, each with a subject, a level, and a year in which it is told of.

    What is told of in many companies (the Security Council) no pair is known by: it has those of its own party alone,
    without the years.
    """
    said = _title(node)
    about = {*said.subjects, *said.levels, *said.weak}
    about |= {f"={short}" for short in (said.short, said.initials) if len(short) > 1}
    about |= {word for pair in NEAR if pair & said.subjects for word in pair}
    years = _years(node.seen, margin=0 if node.vague else YEARS)
    if _wide(node):
        found = {f"{' '.join(sorted((*node.parties, each)))} {word}" for each in node.company for word in about}
        return frozenset(found | {f"{party} {each}" for party in node.parties for each in about | years})
    return frozenset(f"{parties} {each}" for parties in _pairs(node) for each in about | years)


sought = keys
"""The keys of forms that this one may be: its own."""


def compare(a: BodyForm, b: BodyForm) -> Likeness:
    """How like two forms are, from 0 (two bodies) to 1 (one), with the reasons."""
    left, right = (a, b) if (a.folded, a.id) <= (b.folded, b.id) else (b, a)
    one, other = _title(left), _title(right)
    parties = _parties(left, right)
    if parties.weight <= -1.0:
        return likeness(a.id, b.id, 0.0, [parties])
    name = _names(one, other)
    reasons = [name, parties, *(each for each in (_kinds(one, other), _sessions(left, right)) if each)]
    few = len({*left.parties, *left.company} & {*right.parties, *right.company}) < PAIR
    if (one.generic or other.generic) and few:
        return likeness(
            a.id, b.id, UNLIKELY, [*reasons, Reason("bodies.no_pair", -name.weight, "no two parties in common")]
        )
    if (one.generic or other.generic) and (gap := _years_apart(left.seen, right.seen)) > YEARS:
        reasons.append(Reason("bodies.long_after", LONG, f"reported {gap} years apart"))
    score = sum(each.weight for each in reasons)
    if name.weight < GENERIC:
        score = min(score, SUGGESTED)
    return likeness(a.id, b.id, score, reasons)


def apart(a: BodyForm, b: BodyForm) -> bool:
    """Whether two forms are two bodies whatever speaks for them: of other states, or told apart by a word."""
    if _parties(a, b).weight <= -1.0:
        return True
    one, other = _title(a), _title(b)
    return not (one.generic or other.generic) and _names(one, other).weight < GENERIC


def contradict(written: str, other: str) -> bool:
    """Whether two names cannot be of one body, though a report may seem to call it by both."""
    one, two = title(written), title(other)
    if bool(one.short) != bool(two.short):
        return False  # an abbreviation may leave out any word
    return not (one.generic or two.generic) and _names(one, two).weight < GENERIC


def _title(node: BodyForm) -> Title:
    return _title_of(node.folded, node.written)


@lru_cache(maxsize=REMEMBERED)
def _title_of(folded: str, written: tuple[str, ...]) -> Title:
    """What the name says, by the first of its spellings; one not wholly in capitals where there is one."""
    spelled = sorted((each.isupper(), each) for each in written if fold(each) == folded)
    return title(spelled[0][1] if spelled else folded)


@lru_cache(maxsize=REMEMBERED)
def _names(one: Title, other: Title) -> Reason:
    """What two names, without their states, say for or against one body."""
    if one.short and one.short == other.short:
        return Reason("bodies.abbreviation", SAME_SHORT, f"same abbreviation ({one.short})")
    for short, long in ((one, other), (other, one)):
        if short.short and short.short == long.initials:
            return Reason("bodies.spelled_out", SPELLED_OUT, f"{short.short} written out")
    if one.generic or other.generic:
        return Reason("bodies.generic", GENERIC, "a name that any body may have")
    differ = sorted(one.telling ^ other.telling)
    fewer = min((one.telling, other.telling), key=lambda each: (len(each), sorted(each)))
    if differ and not (fewer and fewer == one.telling & other.telling):
        return Reason("bodies.told_apart", OTHER_SUBJECT, f"told apart by a word ({', '.join(differ)})")
    if one.subjects or other.subjects:
        return _subjects(one.subjects, other.subjects, one, other)
    if one.levels & other.levels or one.weak & other.weak:
        return Reason("bodies.level", SAME_LEVEL, _listed("of one level", (one.levels & other.levels) or one.weak))
    return Reason("bodies.other_level", GENERIC, _listed("other levels", one.levels | other.levels))


def _subjects(some: frozenset[str], others: frozenset[str], one: Title, other: Title) -> Reason:
    if some == others:
        return Reason("bodies.subject", SAME_SUBJECT, _listed("same subject", some))
    if not some or not others:
        levels = _listed("one named by its level, one by its subject", one.levels | other.levels | some | others)
        return Reason("bodies.other_subject", OTHER_LEVEL, levels)
    if some < others or others < some:
        return Reason("bodies.part_of_subject", PART_OF_SUBJECT, _listed("subject told shorter", some & others))
    rest = (some | others) - (some & others)
    if rest in NEAR or ((some & others) and any(pair <= rest for pair in NEAR)):
        return Reason("bodies.near_subject", NEAR_SUBJECT, _listed("near subjects", rest))
    words = f"other subjects ({', '.join(sorted(some - others))}; {', '.join(sorted(others - some))})"
    return Reason("bodies.other_subject", OTHER_SUBJECT, words)


def _kinds(one: Title, other: Title) -> Reason | None:
    if not one.kinds or not other.kinds or one.kinds & other.kinds:
        return None
    few = len(one.subjects | other.subjects) < 2
    weight = OTHER_KIND_ONE_SUBJECT if few else OTHER_KIND
    return Reason("bodies.kind", weight, f"other kinds of body ({_words(one.kinds)}; {_words(other.kinds)})")


def _parties(left: BodyForm, right: BodyForm) -> Reason:
    """What the parties say; a weight of -1 where they are of other states, whatever their names."""
    some, others = frozenset(left.parties), frozenset(right.parties)
    wide, wider = some | set(left.company), others | set(right.company)
    shown, spoken_of = _states(some | others), f"reports speak of the same parties ({_states(wide & wider)})"
    other = Reason("bodies.other_parties", -1.0, f"of other parties ({shown})")
    if len(some) == 1 and some == others and wide > some and wider > others and wide & wider == some:
        return other  # of two pairs, of which each is told in part
    if len(some) == 1 and some == others and len(wide & wider) < PAIR and len(*some) == CODE:
        return Reason("bodies.one_party", ONE_PARTY, f"only one party told ({shown})")
    if some and some == others:
        return Reason("bodies.parties", PARTIES, f"same parties ({shown})")
    fewer, around, more = (some, wide, others) if len(some) < len(others) else (others, wider, some)
    if fewer and fewer < more:
        told = Reason("bodies.part_of_parties", PART_OF_PARTIES, f"parties told in part ({shown})")
        return told if more <= around else other
    if not fewer:
        fits = more <= around if len(more) > 1 else len(wide & wider) > 1
        return Reason("bodies.company", IN_COMPANY if more else NO_PARTIES, spoken_of) if fits else other
    # one party that is not among the other's may have been mistaken for one of them; two are another pair
    if len(fewer) == 1 and more <= around and len(*fewer) == CODE:
        return Reason("bodies.misread_parties", MISREAD, spoken_of)
    return other


def _sessions(left: BodyForm, right: BodyForm) -> Reason | None:
    """Whether both are told to have met in the same days, or held the session of the same number."""
    pairs = list(product(left.met, right.met))
    days = [one for (_, one), (_, other) in pairs if one and other and _overlap(one, other)]
    if days:
        return Reason("bodies.met", MET, f"met on the same days ({min(days)[0]})")
    numbers = [first for (first, one), (other, two) in pairs if first and first == other and None in (one, two)]
    if numbers:
        return Reason("bodies.number", SAME_NUMBER, f"session of the same number ({min(numbers)})")
    return None


def _overlap(one: Days, other: Days) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _wide(node: BodyForm) -> bool:
    """Whether reports tell of it for one party, in the company of many others."""
    return len(node.parties) == 1 and len(node.company) > MOST_COMPANY


def _pairs(node: BodyForm) -> set[str]:
    """The pairs of parties a form is looked up by; the parties its reports speak of where its own are not told."""
    parties = set(node.parties) | (set(node.company) if len(node.parties) < 2 else set())
    pairs = {" ".join(pair) for pair in combinations(sorted(parties), 2)}
    return pairs | set(node.parties) if len(node.parties) == 1 else pairs


def _years(seen: Days | None, *, margin: int) -> set[str]:
    if seen is None:
        return {"-"}
    first, last = int(seen[0][:4]) - margin, int(seen[1][:4]) + margin
    return {str(year) for year in range(first, min(last, first + YEARS_AT_MOST) + 1)}


def _years_apart(one: Days | None, other: Days | None) -> int:
    if one is None or other is None:
        return 0
    first, second = sorted((one, other))
    return max(0, int(second[0][:4]) - int(first[1][:4]))


def _listed(lead: str, words: frozenset[str]) -> str:
    return f"{lead} ({_words(words)})" if words else lead


def _words(words: frozenset[str]) -> str:
    return ", ".join(sorted(words))


def _states(parties: frozenset[str] | set[str]) -> str:
    return ", ".join(lexicon.name_of(each) for each in sorted(parties))
