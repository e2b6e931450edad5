"""What a letter says: values by the names that its form uses, before anything is laid out.

A letter is any paper about one dossier or one visit besides Mẫu 01 and the result slip: the request
for a supplement, a refusal, an apology, a guide sheet. How it is titled, worded and ordered is data
of the form set, so that a province changes it without a new program.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from counter_app.domain.forms import Header
from counter_app.domain.people.person import IdentityKind


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A line of a numbered list or of a table; `cells` are the columns behind the text."""

    text: str
    detail: str = ""
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LetterContent:
    """One letter, ready to be laid out; `letter` is the name of its form in the form set.

    `code` is the dossier's, with its symbols; a letter without a dossier has none. `number` is the
    letter's own (Số …); empty leaves dots for the hand. `values` and `lists` are named as the
    form's blocks name them, `ticked` are the boxes that are ticked, `names` stand under the
    captions of the signatures, in their order. `identity_kind` labels the value "identity".
    """

    letter: str
    header: Header
    at: datetime
    code: str = ""
    number: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    lists: Mapping[str, tuple[LetterRow, ...]] = field(default_factory=dict)
    ticked: frozenset[str] = frozenset()
    names: tuple[str, ...] = ()
    identity_kind: IdentityKind = IdentityKind.NONE
