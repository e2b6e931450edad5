"""The practice province: a server of this very process, on loopback, behind a line that can be cut.

Nobody else reaches it: its port is another one each time, and its administrator's password is
made anew and told to nobody.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from counter_app.config import resource
from counter_app.demo.line import RefusingLine
from counter_app.sandbox.beside import ServerBeside
from counter_app.sandbox.clerk import Clerk
from counter_app.sandbox.province.province import Province
from counter_app.sandbox.settings import SandboxSettings, vietnam_now


@dataclass
class PracticeClock:
    """The present of province and counter: earlier while their past is made."""

    shift: timedelta = field(default_factory=timedelta)

    def __call__(self) -> datetime:
        """Return the present."""
        return vietnam_now() + self.shift


class PracticeProvince:
    """Runs until `stop`. `line.url` is the one address that the practice counter knows."""

    def __init__(self, folder: Path) -> None:
        self.clock = PracticeClock()
        password = secrets.token_urlsafe(18)
        settings = SandboxSettings(
            database_url=f"sqlite:///{folder / 'province.db'}",
            resources=resource("procedures").parent,
            practice=True,
            admin_password=password,
            clock=self.clock,
        )
        self.province = Province(settings)
        self._server = ServerBeside(settings, self.province)
        self.line = RefusingLine(self._server.port)
        self._url, self._password = self._server.url, password

    @property
    def catalogue_key(self) -> str:
        """The public key that the practice counter must have been enrolled with (base64)."""
        return self.province.keys.catalogue_public

    def clerk(self) -> Clerk:
        """Return a clerk of the agency, who logs in at the clock's present."""
        return Clerk(self._url, self._password)

    def stop(self) -> None:
        """Stop line and server, and let go of the data."""
        self.line.close()
        self._server.stop()
