"""A one-stop centre (Trung tâm Phục vụ hành chính công), its counters, the agencies it serves."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.procedures.procedure import Level
from counter_app.domain.vietqr import BankAccount


@dataclass(frozen=True, slots=True)
class Counter:
    """A counter (quầy): one machine, one book per year. `number` is printed: "12"."""

    number: str
    name: str = ""
    result_counter: bool = False


@dataclass(frozen=True, slots=True)
class Centre:
    """Whose name stands on top of every paper.

    `code` is the agency part of dossier codes (`H26.15`); `parent` and `unit_lines` are the lines
    of the header as they break, in capitals; `place` stands before the date ("Mẫu, ngày …");
    `short_name` stands on screens ("Trung tâm PVHCC phường Mẫu").
    `lookup` is where a citizen looks a dossier up; `bank` is the account that fees may be sent to,
    None where only cash is taken.
    """

    code: str
    parent: str
    unit_lines: tuple[str, ...]
    place: str
    province: str
    level: Level = Level.COMMUNE
    address: str = ""
    phone: str = ""
    lookup: str = ""
    counters: tuple[Counter, ...] = ()
    short_name: str = ""
    bank: BankAccount | None = None

    @property
    def name(self) -> str:
        """Return the unit's lines as one."""
        return " ".join(self.unit_lines)

    @property
    def shown_name(self) -> str:
        """Return the name as a screen shows it: the short one, which isn't in capitals."""
        return self.short_name or self.name

    def counter(self, number: str) -> Counter | None:
        """Return the counter with that number."""
        return next((each for each in self.counters if each.number == number), None)


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency (cơ quan giải quyết) that decides; `parent` is another agency's code."""

    code: str
    name: str
    level: Level
    parent: str = ""
    head: str = ""  # title of who signs, "Giám đốc"
    phone: str = ""


@dataclass(frozen=True, slots=True)
class AgencyList:
    """The agencies of a province that a centre deals with."""

    version: str
    agencies: tuple[Agency, ...] = ()

    def with_code(self, code: str) -> Agency | None:
        """Return the agency with that code."""
        return next((each for each in self.agencies if each.code == code), None)
