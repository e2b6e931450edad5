"""The kinds of certification (chứng thực) that an office does at the counter: data of the office.

Books and their names are those of NĐ 23/2015/NĐ-CP; fees come from the tariff of the procedure that
a line names, so that a new circular changes one list and no program.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from counter_app.domain.acts.certified import CertifiedWhat
from counter_app.domain.procedures.fees import Count

MOST_PAGES = 2_000
MOST_COPIES = 500
_TYPED = re.compile(r"\s*(\d{1,4})\s*(?:[x×*/,; ]\s*(\d{1,3}))?\s*")


@dataclass(frozen=True, slots=True)
class CertificationLine:
    """One kind: `procedure` gives the tariff, `book` is the book's name (quyển), `unit` counted.

    `paper` is what is written in the book when the officer names nothing else.
    """

    what: CertifiedWhat
    name: str
    procedure: str
    book: str
    unit: str
    paper: str


@dataclass(frozen=True, slots=True)
class CertificationList:
    """What this office certifies, in the order of its keys; `basis` is the law it rests on."""

    version: str
    basis: str
    lines: tuple[CertificationLine, ...] = ()

    def of(self, what: CertifiedWhat) -> CertificationLine | None:
        """Return the line of a kind; None when this office doesn't do it."""
        return next((line for line in self.lines if line.what is what), None)


def typed_count(text: str) -> Count | None:
    """Return the pages and copies of `5`, `5x2`, `5*2` or `5 2`; None for anything else.

    Raises nothing: zero pages, or more than anybody copies, are None, too.
    """
    found = _TYPED.fullmatch(text)
    if found is None:
        return None
    pages, copies = int(found[1]), int(found[2] or 1)
    if not 0 < pages <= MOST_PAGES or not 0 < copies <= MOST_COPIES:
        return None
    return Count(pages, copies)
