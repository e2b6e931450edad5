"""What an update package says of itself: the manifest that its signature covers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

PRODUCT = "counter-app"
"""What every package of ours is for."""

FORMAT = b"counter-app update 1\n"
"""How a package begins, and what is signed with its manifest: no other text of ours begins so."""


class PackageKind(Enum):
    """What a package brings: the program, or one of the lists that the counter works by."""

    PROGRAM = "program"
    CATALOGUE = "catalogue"
    CALENDAR = "calendar"
    FORMS = "forms"

    @property
    def is_program(self) -> bool:
        """Whether the program itself is replaced; all else lies in the store."""
        return self is PackageKind.PROGRAM


LISTS = {
    PackageKind.CATALOGUE: ("procedures",),
    PackageKind.CALENDAR: ("calendar",),
    PackageKind.FORMS: ("forms-",),
}
"""Which lists of the store a package of a kind may bring: names, or how they begin ("forms-")."""


@dataclass(frozen=True, slots=True)
class Part:
    """One payload: its name, size in bytes and SHA-256 (hexadecimal). Parts follow in this order.

    For a list the name is the list's (`procedures`, `calendar`, `forms-tt03-2025`); for a program
    it is the installer's file name.
    """

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class KeyNote:
    """A public key (Ed25519, base64) under its id."""

    id: str
    public: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The signed words of a package.

    `platform` is `linux-x86_64`, `windows-x86_64` …; empty: any. `oldest_base` is the oldest
    program that this one may replace, and for lists the oldest that can read them; empty: any.
    `contract_oldest` and `contract_newest` are the versions of the wire that it speaks or fits; 0:
    any. `introduces` is a key that is trusted from now on, `retires` names keys that no longer are.
    """

    product: str
    kind: PackageKind
    version: str
    made_at: datetime
    parts: tuple[Part, ...]
    changes: tuple[str, ...] = ()
    platform: str = ""
    oldest_base: str = ""
    contract_oldest: int = 0
    contract_newest: int = 0
    introduces: KeyNote | None = None
    retires: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """Bytes of all parts together."""
        return sum(each.size for each in self.parts)
