"""From engagements to coded events."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from communique.export.events.rules import DOCUMENT, Rule, rules
from communique.record.entries import Engagement, Told
from communique.resolve import fold

MULTILATERAL = 3  # parties


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A coded event: who did it to whom by which rule, and the words it stands on.

    Where it is `mutual`, sources and targets are all its parties, each acting on each other.
    """

    engagement: Engagement
    rule: Rule
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    told: Told[Any]

    @property
    def mutual(self) -> bool:
        """Whether it is done by all to all."""
        return self.rule.source == "all"

    @property
    def dyads(self) -> Iterator[tuple[str, str]]:
        """Each source with each target that is another."""
        return ((source, target) for source in self.sources for target in self.targets if source != target)


def events(engagement: Engagement) -> Iterator[Event]:
    """The events that an engagement is coded as; none where the manuals give no rule, or no two parties are told."""
    guests, hosts = _guests_and_hosts(engagement)
    fitting = next((each for each in rules() if _fits(each, engagement, hosts)), None)
    for rule in rules():
        if fitting and rule.name == fitting.name:
            yield from _event(engagement, rule, guests, hosts, engagement.trigger)
        if DOCUMENT in rule.kinds and engagement.kind.value != "signing" and engagement.status.value in rule.statuses:
            for document in engagement.documents:
                if document.status and document.status.value == "signed":
                    yield from _event(engagement, rule, guests, hosts, document.name)


def _fits(rule: Rule, engagement: Engagement, hosts: tuple[str, ...]) -> bool:
    if engagement.kind.value not in rule.kinds or engagement.status.value not in rule.statuses:
        return False
    if rule.words and not _has_word(engagement, rule.words):
        return False
    parties = engagement.parties
    if rule.asks == "three parties":
        return len(parties) >= MULTILATERAL
    if rule.asks == "one host":
        return len(parties) >= MULTILATERAL and len(hosts) == 1 and hosts[0] in parties
    if rule.asks == "third place":
        return engagement.country is not None and engagement.country.value not in parties and len(parties) > 1
    return True


def _has_word(engagement: Engagement, beginnings: tuple[str, ...]) -> bool:
    told = (telling.trigger.quote for telling in engagement.tellings)
    return any(word.startswith(beginnings) for quote in told for word in fold(quote).split())


def _guests_and_hosts(engagement: Engagement) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The parties that came and those that received: as told, else by whose country it was in."""
    roles: dict[str, list[str]] = {"guest": [], "host": []}
    for each in engagement.participants:
        if each.party and each.role and each.role.value in roles:
            roles[each.role.value].append(each.party.value)
    guests, hosts = (tuple(dict.fromkeys(roles[role])) for role in ("guest", "host"))
    country = engagement.country.value if engagement.country else None
    if not hosts and country and country not in guests:
        hosts = (country,)
    if not guests:
        guests = tuple(each for each in engagement.parties if hosts and each not in hosts)
    return guests, hosts


def _event(
    engagement: Engagement, rule: Rule, guests: tuple[str, ...], hosts: tuple[str, ...], told: Told[Any]
) -> Iterator[Event]:
    everybody = engagement.parties
    others = tuple(each for each in everybody if each not in hosts)
    sides = {
        "all": (everybody, everybody),
        "guests": (guests, hosts),
        "hosts": (hosts, guests or others),
    }
    sources, targets = sides[rule.source]
    event = Event(engagement=engagement, rule=rule, sources=sources, targets=targets, told=told)
    if any(event.dyads):
        yield event
