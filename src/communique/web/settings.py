"""What the pages are served with."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Which record is shown; `public`: to others than the people at this machine, so that all of them must log in."""

    record: Path
    public: bool = False
