"""What the pages are served with."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

LOCAL_NAMES = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Which record is shown, and to whom.

    `public`: to others than the people at this machine, so that all of them must log in. `names` are those the server
    goes by in addresses; a request under another name is refused, unless there are none. `today` tells the day.
    """

    record: Path
    public: bool = False
    names: Sequence[str] = LOCAL_NAMES
    today: Callable[[], datetime.date] = datetime.date.today
