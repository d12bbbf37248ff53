"""Judging: which gathered drafts are encounters between states, by a learned model over what is seen of each.

Rules draft every encounter that words tell of; whether one is an official encounter, and not a domestic affair, a past
habit or a second telling, hangs on many weak signs at once. The model weighs them (`reader/learned`); where there is
none, the rules of `official` decide.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from communique.reader import clause
from communique.reader.engagements.draft import Draft
from communique.reader.engagements.judging import own
from communique.reader.engagements.judging.official import goes_with, is_engagement, parties_told
from communique.reader.engagements.triggers.phrases import lemma
from communique.reader.engagements.triggers.rows import words_for
from communique.reader.learned import model, up_to
from communique.reader.page import Page

if TYPE_CHECKING:
    from spacy.tokens import Token

MODEL = "engagement"
# How sure a draft must be, and how sure the surest of a report where the rules are sure of none, by cross-validation
# over the gold (`python -m bench train`): F1 .852 (rules alone .827); of 76 reports without one 3 are given one
# (rules alone 1), and of 25 releases that neither was made from, 1.
SURE, SUREST = 0.35, 0.7

# Sentences: a report no longer than this tells nothing beside what a draft says itself, and is none of those that the
# model was trained on; the rules decide.
SHORT = 2

_PREPOSITIONS = ("with", "between", "of", "to", "in", "on", "from")
_OWNERS = frozenset({"det", "poss"})
_MODIFIERS = frozenset({"amod", "compound", "nmod"})
_HELPERS = frozenset({"aux", "auxpass", "neg"})


def judge(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts that are encounters, in order of telling, each with the score it was given."""
    learned = model(MODEL)
    verdicts = by_rules(page, drafts)
    if learned is None or len(page.sentences) <= SHORT:
        return [draft for draft, verdict in zip(drafts, verdicts, strict=True) if verdict != "no"]
    scores = [learned.score(features) for features in seen(page, drafts, verdicts)]
    for draft, score in zip(drafts, scores, strict=True):
        draft.score = score
    picked = chosen(scores, [verdict == "sure" for verdict in verdicts])
    firms = own.are_of_firms(page, drafts)
    told = zip(drafts, picked, firms, strict=True)
    return [draft for draft, yes, firm in told if yes and not firm and not _of_several(draft)]


def _of_several(draft: Draft) -> bool:
    """Whether it is several meetings of nobody in particular: `during the meetings held`; `talks` are one."""
    noun = draft.trigger.noun
    if noun is None or draft.kind != "meeting" or draft.parts or draft.body is not None:
        return False
    return noun.tag_ == "NNS" and lemma(noun) not in words_for("talk")


def chosen(scores: Sequence[float], sure: Sequence[bool]) -> list[bool]:
    """Which drafts of a report are encounters by their scores; none where neither model nor rules are sure of one."""
    certain = any(score >= (SURE if by_rule else SUREST) for score, by_rule in zip(scores, sure, strict=True))
    return [certain and score >= SURE for score in scores]


def by_rules(page: Page, drafts: Sequence[Draft]) -> list[str]:
    """What the rules say of each draft: `sure` by itself, `beside` one that is sure, or `no`."""
    firms = own.are_of_firms(page, drafts)
    sure = [draft.wanted and not firm and is_engagement(page, draft) for draft, firm in zip(drafts, firms, strict=True)]
    certain = [draft for draft, yes in zip(drafts, sure, strict=True) if yes]
    return [
        "sure" if yes else "beside" if certain and draft.wanted and goes_with(page, draft, certain) else "no"
        for draft, yes in zip(drafts, sure, strict=True)
    ]


def seen(page: Page, drafts: Sequence[Draft], verdicts: Sequence[str]) -> list[list[str]]:
    """The features of each draft, by name: what is seen of it, alone and together with its kind and its rule."""
    abroad = {f.party.key for f in page.figures if f.party is not None and f.party.key != page.home}
    whole = [
        f"abroad={up_to(len(abroad), 3)}",
        f"length={up_to(len(page.sentences) // 10, 5)}",
        f"figures={up_to(len(page.figures) // 2, 4)}",
        f"no-home={page.home is None}",
        *own.of_report(page),
    ]
    found = []
    affairs, around = own.of_drafts(page, drafts), _beside(drafts, verdicts)
    for draft, verdict, mine, beside in zip(drafts, verdicts, affairs, around, strict=True):
        parties = up_to(len(parties_told(page, draft)), 3)
        signs = [*whole, f"verdict={verdict}", *_of_draft(page, draft), *mine]
        signs += [*_of_words(draft), *beside]
        kind, rule, form = draft.kind, draft.trigger.rule, draft.trigger.form
        found.append(
            [
                kind, f"rule={rule}", f"head={lemma(draft.trigger.head)}", f"word={lemma(_word(draft))}",
                *_modifiers(draft), *signs, *(f"{kind}:{sign}" for sign in signs),
                f"{kind}:{form}:{draft.status}", f"{kind}:{form}:{parties}:{verdict}",
                f"{kind}:{rule}", f"{rule}:{form}:{draft.status}", f"{rule}:{parties}",
            ]
        )  # fmt: skip
    return found


def _of_draft(page: Page, draft: Draft) -> list[str]:
    """What is known of a draft's people and setting."""
    told = parties_told(page, draft)
    country = "none" if draft.country is None else "home" if draft.country.key == page.home else "abroad"
    start = draft.time.start if draft.time is not None else None
    return [
        f"parts={up_to(len(draft.parts), 4)}",
        f"parties={up_to(len(told), 3)}",
        f"named={up_to(len(draft.figures), 3)}",
        f"foreign={up_to(len(told - {page.home or ''}), 2)}",
        f"home={page.home in told}",
        f"country={country}",
        f"place={draft.place is not None}",
        f"day={'none' if start is None else len(start)}",
        f"body={draft.body is not None}",
        f"number={draft.number is not None}",
        f"wanted={draft.wanted}",
        f"status={draft.status}",
        f"title={page.in_title(draft.trigger.start)}",
        f"told={up_to(len(draft.triggers), 3)}",
        f"sentence={up_to(draft.sentence // 3, 4)}",
    ]


def _of_words(draft: Draft) -> list[str]:
    """What is seen of the words that tell of it."""
    trigger, word = draft.trigger, _word(draft)
    head = trigger.head
    signs = [f"form={trigger.form}", f"phase={trigger.phase}", f"place-in={head.dep_}", f"tag={head.tag_}"]
    if trigger.noun is not None:
        owner = next((child for child in word.children if child.i < word.i and child.dep_ in _OWNERS), None)
        signs += [
            f"noun-in={word.dep_}",
            f"after={word.head.lower_ if word.dep_ == 'pobj' else '-'}",
            f"owner={'none' if owner is None else owner.lower_ if owner.dep_ == 'det' else 'poss'}",
            f"several={word.tag_ in ('NNS', 'NNPS')}",
            f"capital={word.text[0].isupper()}",
            *(f"before={each}" for each in _PREPOSITIONS if clause.prepositional(word, each)),
        ]
    if trigger.form != "noun":
        subject = clause.subject(head)
        signs += [f"helper={child.lower_}" for child in head.children if child.dep_ in _HELPERS]
        signs.append(f"subject={subject.pos_ if subject is not None else None}")
    return signs


def _beside(drafts: Sequence[Draft], verdicts: Sequence[str]) -> list[list[str]]:
    """What stands around each: encounters of its kind, with its people, in its sentence; sure ones before and after."""
    starts = [draft.trigger.start for draft in drafts]
    people = [{id(figure) for figure in draft.figures} for draft in drafts]
    found = []
    for at, draft in enumerate(drafts):
        before = [i for i, start in enumerate(starts) if start < starts[at]]
        alike = [i for i in before if drafts[i].kind == draft.kind]
        sure = [i for i, verdict in enumerate(verdicts) if verdict == "sure" and i != at]
        sure_before = len([i for i in sure if starts[i] < starts[at]])
        found.append(
            [
                f"twin={bool([i for i in alike if people[i] & people[at]])}",
                f"alike={up_to(len(alike), 3)}",
                f"shares-sentence={bool([i for i in before if drafts[i].sentence == draft.sentence])}",
                f"sure-before={up_to(sure_before, 3)}",
                f"sure-after={up_to(len(sure) - sure_before, 3)}",
            ]
        )
    return found


def _modifiers(draft: Draft) -> list[str]:
    noun = draft.trigger.noun
    if noun is None:
        return []
    return [f"modifier={child.lower_}" for child in noun.children if child.i < noun.i and child.dep_ in _MODIFIERS]


def _word(draft: Draft) -> "Token":
    """The word that names it: its noun where there is one, else the verb."""
    return draft.trigger.noun if draft.trigger.noun is not None else draft.trigger.head
