"""What the statuses of encounters and documents say: which took place, which are to come, what is concluded."""

from communique.reading import DocumentStatus, Status

HAPPENED: tuple[Status, ...] = ("held", "under way")
"""Of encounters that took place, or do."""

TO_COME: tuple[Status, ...] = ("planned", "proposed")
"""Of encounters that are announced."""

NOT_HELD: tuple[Status, ...] = (*TO_COME, "cancelled")
"""Of encounters that did not take place, so far or at all."""

CONCLUDED: tuple[DocumentStatus, ...] = ("signed", "in force")
"""Of documents that nothing is open about."""
