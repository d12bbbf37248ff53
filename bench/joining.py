"""How well accounts are joined, and which contradictions come out: the sets of `truth` that lie at hand, read now."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from bench.gold import FOLDERS
from bench.truth import Match, Shown, contradictions, matched, scored, wrongly_joined
from communique.evaluate import load_reports
from communique.reader import Reader
from communique.reading import JSON, Account, Participant, Reading
from communique.record.store.kinds import merged
from communique.report import Report
from communique.resolve import Joining, engagements, people
from communique.resolve.accounts import account_mentions
from communique.resolve.agreement import Telling, agreement
from communique.resolve.clustering import clustered
from communique.resolve.forms import person_forms
from communique.resolve.mentions import PersonForm

Pairs = Sequence[tuple[Report, Reading]]


def joining() -> str:
    """The figures of every set that lies at hand, a few lines each."""
    lines: list[str] = []
    for path in sorted(path for folder in FOLDERS for path in folder.glob("*.truth.json")):
        reports = load_reports(Path(str(path).replace(".truth.json", ".reports.jsonl")))
        pairs = list(zip(reports, Reader().read_many(reports), strict=True))
        lines += [path.name, *(f"  {line}" for line in measured(json.loads(path.read_text("utf-8")), pairs))]
    return "\n".join(lines or ["no X.truth.json lies at hand"]) + "\n"


def measured(truth: JSON, pairs: Pairs) -> Iterator[str]:
    """The figures of one set, given its reports with their readings."""
    tellings = tellings_of(pairs)
    whole = wholes_of(engagements, {m.id: m for report, reading in pairs for m in account_mentions(report, reading)})
    read = {id: (each.report, each.account) for id, each in tellings.items()}  # noqa: A001
    matches = matched(truth, {report.id: report.text for report, _ in pairs}, read)
    joined = scored(matches, whole)
    figures = f"B3 P {joined.precision:.3f} R {joined.recall:.3f} F1 {joined.f1:.3f}"
    yield f"{joined.mentions} accounts, {joined.missed} not read: {figures}"
    wrong = wrongly_joined(truth, matches, whole)
    apart = len(truth.get("never_join", []))
    yield f"{len(wrong)} of {apart} pairs that must stay apart were joined {' '.join(map('+'.join, wrong))}".rstrip()
    shown = conflicts(tellings, whole, matches)
    found, wanted, false = contradictions(truth, shown)
    yield f"{found} of {wanted} conflicts are shown; of {len(shown)} shown {false} are none"


def tellings_of(pairs: Pairs) -> dict[str, Telling[Account]]:
    """The accounts read by their id, ready to be held against each other: each person of one id in all of them."""
    who = _people(pairs)
    found = {}
    for report, reading in pairs:
        known = Joining(report.digest, reading, scoped=True)
        for account, mention in zip(reading.engagements, account_mentions(report, reading), strict=True):
            taking_part = tuple(replace(each, person=_person(each, known, who)) for each in account.participants)
            found[mention.id] = Telling(
                id=mention.id,
                report=report.id,
                account=replace(account, participants=taking_part),
                told_on=mention.told_on,
            )
    return found


def wholes_of(resolver: Any, nodes: Mapping[str, Any]) -> dict[str, str]:
    """By node the first of those it is one with, as a record joins them: those that seek each other are compared."""
    by_key: dict[str, list[str]] = defaultdict(list)
    for id, node in nodes.items():  # noqa: A001
        for key in resolver.keys(node):
            by_key[key].append(id)
    found = ((id, other) for id, node in nodes.items() for key in resolver.sought(node) for other in by_key[key])  # noqa: A001
    pairs = {(min(pair), max(pair)) for pair in found if pair[0] != pair[1]}
    groups = clustered(
        {id: node.vague for id, node in nodes.items()},  # noqa: A001
        [resolver.compare(nodes[left], nodes[right]) for left, right in sorted(pairs)],
        apart=lambda left, right: bool(resolver.apart(nodes[left], nodes[right])),
    )
    return {id: group[0] for group in groups for id in group}  # noqa: A001


def conflicts(
    tellings: Mapping[str, Telling[Account]], whole: Mapping[str, str], matches: Sequence[Match]
) -> list[Shown]:
    """The contradictions within the wholes that accounts of the truth are in."""
    keys: dict[str, set[str]] = defaultdict(set)
    for key, id in matches:  # noqa: A001
        if id:
            keys[whole[id]].add(key)
    groups: dict[str, list[Telling[Account]]] = defaultdict(list)
    for id, telling in tellings.items():  # noqa: A001
        groups[whole[id]].append(telling)
    return [
        Shown(
            frozenset(keys[group]),
            each.name,
            each.party,
            tuple(frozenset(voucher.report for voucher in value.vouchers) for value in each.values),
        )
        for group in sorted(keys)
        for each in agreement(groups[group]).conflicts
    ]


def _people(pairs: Pairs) -> dict[str, str]:
    """By form of a person the whole it is in."""
    forms: dict[str, PersonForm] = {}
    for report, reading in pairs:
        for id, form in person_forms(report, reading).items():  # noqa: A001
            forms[id] = merged(forms[id], form) if id in forms else form
    return wholes_of(people, forms)


def _person(participant: Participant, known: Joining, who: Mapping[str, str]) -> str | None:
    form = known.participant(participant)
    return who.get(form.id) if form else None
