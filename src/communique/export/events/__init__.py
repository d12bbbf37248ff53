"""Event codes: engagements as CAMEO and PLOVER code them, with the rule that coded each."""

from communique.export.events.tables import DYADS, EVENTS

__all__ = ["DYADS", "EVENTS"]
