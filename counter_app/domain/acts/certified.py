"""Chứng thực: the commune's commonest work, recorded without a dossier."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from counter_app.domain.acts.steps import PayMethod
from counter_app.domain.procedures.fees import FeeLine


class CertifiedWhat(Enum):
    """What was certified (NĐ 23/2015): a copy from its original, a signature, a contract."""

    COPY = "copy"
    SIGNATURE = "signature"
    CONTRACT = "contract"


@dataclass(frozen=True, slots=True)
class Certified:
    """One line of the counter's book of certifications (sổ chứng thực), numbered by year.

    `pages` are those of one copy, `copies` how many were certified; `fees` in đồng.
    """

    book: str
    book_year: int
    serial: int
    certified_on: date
    what: CertifiedWhat
    paper: str
    pages: int
    copies: int
    fees: tuple[FeeLine, ...] = ()
    method: PayMethod = PayMethod.CASH
    requester: str = ""
    signed_by: str = ""
    officer_name: str = ""
    practice: bool = False

    @property
    def block(self) -> str:
        """Return how a `number_void` names this book of this year."""
        return f"{self.book}/{self.book_year}"
