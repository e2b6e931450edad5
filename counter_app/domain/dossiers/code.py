"""The dossier code (mã số hồ sơ): agency, day, number.

Ours are made from a granted number only. Codes of other issuers are read leniently, because a
citizen may hold any of them (DOMAIN §5).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from counter_app.domain.dates import vietnam_time

_CODE = re.compile(
    r"(?<![0-9A-Z.])(?P<agency>[0-9A-Z]+(?:\.[0-9A-Z]+)*)-(?P<day>\d{6}|\d{8})-(?P<number>\d{4,8})(?!\d)"
)
_TYPED_AS_ONE = re.compile(r"[2-9]\d{6,13}", re.ASCII)
_PROVISIONAL = re.compile(r"HG\d{5}")
_ABOVE_HONEST = 100_000
PRACTICE_AGENCY = "H00"
"""No province has it: codes of the practice province (tập huấn) can't be taken for real ones."""


class CodeKind(Enum):
    """What a code is: granted, provisional (phiếu tạm) or of the practice province."""

    OFFICIAL = "official"
    PROVISIONAL = "provisional"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True)
class DossierCode:
    """A code as printed, with its parts. `day` is None when its digits are no date."""

    text: str
    agency: str
    day: date | None
    number: int

    @property
    def kind(self) -> CodeKind:
        """Return what the code is, by its agency part."""
        if _PROVISIONAL.fullmatch(self.agency):
            return CodeKind.PROVISIONAL
        if self.agency.split(".")[0] == PRACTICE_AGENCY:
            return CodeKind.PRACTICE
        return CodeKind.OFFICIAL

    def __str__(self) -> str:
        return self.text


def parse_code(text: str) -> DossierCode | None:
    """Return the code that `text` is, or None. Outer space and case don't matter."""
    match = _CODE.fullmatch(text.strip().upper())
    return _read(match) if match else None


def find_code(text: str) -> DossierCode | None:
    """Return the only code inside `text` (a scan, a look-up URL); None for none or several."""
    found = {match.group(): match for match in _CODE.finditer(text.upper())}
    return _read(next(iter(found.values()))) if len(found) == 1 else None


def split_digits(word: str) -> tuple[str, str] | None:
    """Return day and number, perhaps only begun, of a code that was typed as one: `26112300`.

    None for digits that don't begin with a day since 2020; a number of an old identity card may
    still look like one.
    """
    if not _TYPED_AS_ONE.fullmatch(word) or _day(word[:6]) is None:
        return None
    return word[:6], word[6:]


def official_code(agency: str, day: date, number: int, width: int = 4) -> str:
    """Return our code of a granted number: `H26.15-250718-0123`."""
    return f"{agency}-{day:%y%m%d}-{number:0{width}d}"


def provisional_code(device: str, day: date, number: int) -> str:
    """Return the code of a provisional receipt: `HG00217-250701-0003`, unique in the province."""
    if not re.fullmatch(r"\d{5}", device):
        raise ValueError("a device number has five digits")
    return f"HG{device}-{day:%y%m%d}-{number:04d}"


def provisional_floor(chains: int, epoch: int, at: datetime) -> int:
    """Return where a machine's provisional numbers begin at `at`.

    `chains`: how many its store has had; `epoch`: of its enrolment. A store that was restored or
    copied, and the machine that replaces a dead one, would count again from an old place, and two
    papers could bear one code: they count from above any honest number (decision 0005). That
    doesn't end when the server was asked: it doesn't know of papers whose acts never reached it.
    """
    if chains == 1 and epoch == 1:
        return 1
    here = vietnam_time(at)
    return _ABOVE_HONEST + here.hour * 3600 + here.minute * 60 + here.second


def _read(match: re.Match[str]) -> DossierCode:
    return DossierCode(match.group(), match["agency"], _day(match["day"]), int(match["number"]))


def _day(digits: str) -> date | None:
    try:
        return date.fromisoformat(digits if len(digits) == 8 else f"20{digits}")
    except ValueError:
        return None
