"""Who is who: names as written, for a party, compared with all that reports tell of those who bear them.

How far two names are one is told by `names`; party, office, rank and time speak for or against. A family name alone
is vague: it goes to the one person whose office or rank fits. Weights were set on invented reports (see the tests).
"""

from functools import lru_cache

from communique.lexicon import naming
from communique.resolve import posts
from communique.resolve.clustering import JOINED
from communique.resolve.folding import fold
from communique.resolve.likeness import Likeness, Reason, likeness
from communique.resolve.mentions import PersonForm
from communique.resolve.names import Match, Name, match, parse, skeleton
from communique.resolve.names.blocks import RARE_WORD, classes, name_keys, pair_keys, sought_keys, ways_of
from communique.resolve.names.wording import told_alike, told_apart
from communique.resolve.people_beside import Beside, beside

VERSION = "2"

REMEMBERED = 50_000

WHOLE, PART, WITH_INITIALS, ALONE = 0.72, 0.55, 0.45, 0.3
SLIP, ENDING, DOUBT = 0.12, 0.1, 0.15
SHORT_LETTERS, SHORT, SHORT_PART = 7, 0.35, 0.3  # Li Wei, Ali Khan: names that many bear need more
RARE_SOUNDS, RARE = 6, 0.08
PLAIN_SOUNDS, PLAIN = 3, 0.12  # Kim, Khan
MISPLACED = 0.15  # a given name alone, where people are not called by it
WORDS_OF_SHORT_NAMES = 2
OTHER_SOUNDS = 2  # classes of sound that only one of two whole names has, where they share no two words
UNLIKELY = 0.2
SUGGESTED = 0.45  # what is not enough to join may still be shown


def is_vague(name: str, party: str | None = None) -> bool:
    """Whether a name is too thin to be the same in another report: fewer than two words written out."""
    return len(parse(name, party).words) < 2


def keys(node: PersonForm) -> frozenset[str]:
    """What a form is found by: forms of which neither has a key that the other seeks are never compared."""
    return name_keys(_name(node), node)


def sought(node: PersonForm) -> frozenset[str]:
    """The keys of forms that this one may be; what seeks another is sought by it."""
    return sought_keys(_name(node), node)


def compare(a: PersonForm, b: PersonForm) -> Likeness:
    """How like two forms are, from 0 (two people) to 1 (one), with the reasons."""
    left, right = _in_order(a, b)
    one, other = _name(left), _name(right)
    held = None if _plainly_two(left, right) else _match(left, right)
    if not (held and held.pairings):
        reason = Reason("people.other_name", -1.0, f"other names ({_shown(left)}, {_shown(right)})")
        return likeness(a.id, b.id, 0.0, [reason])
    around = beside(left, right)
    reasons = around.reasons(thin=len(held.pairings) < 2)
    support = sum(each.weight for each in reasons)
    if _contradict(held, around):
        reasons.append(Reason("people.names_differ", -0.5, told_apart(held, one, other)))
        most = SUGGESTED if held.doubtful or len(held.pairings) > 1 else UNLIKELY
        return likeness(a.id, b.id, min(most, 0.05 + support), reasons)
    weight, rule = _weigh(held, left, right)
    reasons.append(Reason(rule, weight, told_alike(held, one, other)))
    score = weight + support
    if not (_enough(held, around, left, right) and _initials_tell(held, left, right)):
        score = min(score, SUGGESTED)
    if score >= JOINED and not _found(left, right):  # what a record never compares must not be one here either
        score = SUGGESTED
    return likeness(a.id, b.id, score, reasons)


def _found(left: PersonForm, right: PersonForm) -> bool:
    return bool(keys(left) & sought(right) or keys(right) & sought(left))


def _plainly_two(left: PersonForm, right: PersonForm) -> bool:
    """Whether two whole names have no two words in common, nor a post: most that share a family name."""
    one, other = _name(left), _name(right)
    if left.vague or right.vague or one.initials or other.initials:
        return False
    if (classes(one) ^ classes(other)).bit_count() < OTHER_SOUNDS:
        return False
    shared = pair_keys(one, left.party, ways_of(left)) & pair_keys(other, right.party, ways_of(right))
    return not shared and posts.offices(left.offices, right.offices).fit not in ("same", "fits")


def apart(a: PersonForm, b: PersonForm) -> bool:
    """Whether two forms are two people whatever speaks for them: other given names, or states that never met."""
    left, right = _in_order(a, b)
    around = beside(left, right)
    if around.strangers:
        return True
    held = _match(left, right)
    if not held.pairings:
        return True
    # Maria Olmedo and Teresa Olmedo, one minister, may both be Maria Teresa Olmedo; longer names only bridge brothers
    may_be_longer = held.doubtful or len(_name(left).words) == len(_name(right).words) == WORDS_OF_SHORT_NAMES
    return _contradict(held, around) and not (around.one_post and may_be_longer)


def _contradict(held: Match, around: Beside) -> bool:
    """Whether the names are of two people; words that are but doubtfully one are two unless the post says otherwise."""
    return held.contradicts or (
        bool(held.doubtful) and not (around.post_fits and len(held.pairings) + len(held.initials))
    )


def _in_order(a: PersonForm, b: PersonForm) -> tuple[PersonForm, PersonForm]:
    """Two forms in an order of their own, so that comparing them is symmetric."""
    return (a, b) if (a.folded, a.id) <= (b.folded, b.id) else (b, a)


def _match(left: PersonForm, right: PersonForm) -> Match:
    strict = all(naming.custom_of(each.party).strict_vowels for each in (left, right))
    return match(_name(left), _name(right), ways=ways_of(left, right, strict=strict))


def _name(node: PersonForm) -> Name:
    return _name_of(node.folded, node.written, node.party)


@lru_cache(maxsize=REMEMBERED)
def _name_of(folded: str, written: tuple[str, ...], party: str | None) -> Name:
    """The parts of the name a form stands for, by the first of its spellings that is one of it."""
    full = sorted(each for each in written if fold(each) == folded)
    return parse(full[0] if full else folded, party)


def _shown(node: PersonForm) -> str:
    return min((each for each in node.written if fold(each) == node.folded), default=node.folded)


def _weigh(held: Match, left: PersonForm, right: PersonForm) -> tuple[float, str]:
    """How much the names alone speak for one person, and the rule that says so."""
    one, other = _name(left), _name(right)
    rules = {each.rule for each in held.pairings}
    off = (
        SLIP * sum(each.rule == "slip" for each in held.pairings)
        + DOUBT * len(held.doubtful)
        + ENDING * ("ending" in rules)
    )
    letters = sum(len(one.parts[at].text) for each in held.pairings for at in each.left)
    if len(held.pairings) > 1:
        over = held.left_over or held.right_over
        short = letters <= SHORT_LETTERS
        off += MISPLACED if "nickname" in rules and over and not _last_shared(held, one, other) else 0.0
        weight = (PART - short * SHORT_PART if over else WHOLE - short * SHORT) - off
        return weight, "people.part_of_name" if over else _whole_rule(rules)
    (pairing,) = held.pairings
    heard = len("".join(one.parts[at].heard for at in pairing.left))
    off += PLAIN if heard <= PLAIN_SOUNDS else 0.0
    off -= RARE if heard >= RARE_SOUNDS else 0.0
    if len(one.words) == len(other.words) == 1 and len(one.parts) == len(other.parts) == 1:
        return ALONE - off, "people.single_name"
    if held.initials:
        return WITH_INITIALS - off, "people.initials"
    if not _called(held, left, right):
        off += MISPLACED
    return ALONE - off, "people.family_name"


def _called(held: Match, left: PersonForm, right: PersonForm) -> bool:
    """Whether both may be called by the first part they share."""
    first = held.pairings[0]
    return _may_be_called(first.left, _name(left), left) and _may_be_called(first.right, _name(right), right)


def _initials_tell(held: Match, left: PersonForm, right: PersonForm) -> bool:
    """Whether an initial beside one shared word is enough: not where the word is a given name, or a word is over.

    Janice M. Stewart is not Janice Mathis, and Luis F. Quispe need not be Fernando Quispe.
    """
    if len(held.pairings) > 1 or not held.initials:
        return True
    return _called(held, left, right) and not _initial_and_more(held, _name(left), _name(right))


def _initial_and_more(held: Match, one: Name, other: Name) -> bool:
    """Whether the name that has the initial has a word over as well."""
    for pairing in held.initials:
        for places, name, over in ((pairing.left, one, held.left_over), (pairing.right, other, held.right_over)):
            if over and name.parts[places[0]].kind == "initial":
                return True
    return False


def _last_shared(held: Match, one: Name, other: Name) -> bool:
    """Whether the last words of both names stand for something in the other: Mike Lee is not Michael Lee Connor."""
    over = set(held.left_over), set(held.right_over)
    return not (len(one.parts) - 1 in over[0] or len(other.parts) - 1 in over[1])


def _whole_rule(rules: set[str]) -> str:
    for rule, name in (("slip", "slip"), ("ending", "ending"), ("nickname", "short_form"), ("spelling", "spelling")):
        if rule in rules:
            return f"people.{name}"
    return "people.same_name"


def _may_be_called(places: tuple[int, ...], name: Name, node: PersonForm) -> bool:
    """Whether somebody of this name may be called by the part alone."""
    words = [at for at, part in enumerate(name.parts) if part.kind == "word"]
    custom = naming.custom_of(node.party)
    if places[-1] == words[-1] or custom.called_by_given or (custom.family_first and places[0] == words[0]):
        return True
    text = "".join(name.parts[at].text for at in places)
    return any(fold(each).replace(" ", "") == text for each in node.written)


def _enough(held: Match, around: Beside, left: PersonForm, right: PersonForm) -> bool:
    """Whether what speaks for two forms may join them: thin names and other parties need office, rank or time."""
    if around.foreign:
        return False
    if len(held.pairings) + len(held.doubtful) > 1:
        return around.same_party or around.post_fits or around.near
    one_party = left.party == right.party or (_may_be_of(left, right) and _may_be_of(right, left))
    if not (one_party or (around.same_party and _rare(held, left, right))):
        return False
    return around.post_fits or (bool(held.initials) and (around.same_party or around.near))


def _rare(held: Match, left: PersonForm, right: PersonForm) -> bool:
    """Whether the word that two names share is rare enough to be looked up without a party."""
    pairing = held.pairings[0]
    for node, places in ((left, pairing.left), (right, pairing.right)):
        if len(skeleton("".join(_name(node).parts[at].letters for at in places))) < RARE_WORD:
            return False
    return True


def _may_be_of(form: PersonForm, other: PersonForm) -> bool:
    """Whether a report on `other` may have given it another party than that of `form`: it speaks of that as well."""
    return form.vague or form.party in other.company
