"""How a reference server is set up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from counter_app.domain.centre import Centre
from counter_app.domain.dates import VIETNAM


def vietnam_now() -> datetime:
    """Return this machine's time, in Vietnam's zone."""
    return datetime.now(VIETNAM)


@dataclass(frozen=True, slots=True)
class SandboxSettings:
    """Everything that the server is told.

    `database_url` is SQLAlchemy's. `resources` is the folder of lists to publish at the start.
    `centre` overrides the centre of the resources. `admin_password` empty: one is made and printed
    once, by `run`. `number_width` 4 gives far numbers from 6000 on, 5 from 60000 on. `port` 0 takes
    a free one; `ready_file` then receives the address. `min_version` is the oldest program that
    counters are asked to have, "" for any; what the administrator sets on the pages goes before it.
    `updates` is the folder of packages for the counters. An upload of which nothing came for
    `abandoned_days` is forgotten. `clock` serves tests and practice on another day.
    """

    database_url: str
    resources: Path
    centre: Centre | None = None
    practice: bool = False
    admin_password: str = field(default="", repr=False)
    host: str = "127.0.0.1"
    port: int = 0
    ready_file: Path | None = None
    number_width: int = 4
    min_version: str = ""
    access_minutes: int = 30
    refresh_days: int = 30
    abandoned_days: int = 7
    updates: Path | None = None
    clock: Callable[[], datetime] = vietnam_now

    def __post_init__(self) -> None:
        if self.number_width not in (4, 5):
            raise ValueError("numbers have four or five digits")
