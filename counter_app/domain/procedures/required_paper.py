"""The papers that a procedure asks for (thành phần hồ sơ), by case (trường hợp)."""

from __future__ import annotations

from dataclasses import dataclass

PAPER_NAME_LIMIT = 1000
"""Characters. Longer "papers" on the portal are paragraphs of a decree."""


@dataclass(frozen=True, slots=True)
class RequiredPaper:
    """One paper, with how many originals, certified copies and photocopies are asked for.

    `present_only`: shown and handed back, so never printed as received. `from_database`: not to be
    asked for while a published database has it; asking needs a reason (NĐ 309/2026 Đ4.2a).
    `form_reference` names the declaration form (mẫu đơn, tờ khai).
    """

    name: str
    originals: int = 0
    certified: int = 0
    photocopies: int = 0
    form_reference: str = ""
    required: bool = True
    present_only: bool = False
    from_database: bool = False
    note: str = ""

    def __post_init__(self) -> None:
        if not self.name:
            raise ValueError("a paper has a name")
        if min(self.originals, self.certified, self.photocopies) < 0:
            raise ValueError("a paper is never asked for less than no times")


@dataclass(frozen=True, slots=True)
class Case:
    """A case with its papers. The case without a name holds the papers that all cases share."""

    name: str = ""
    papers: tuple[RequiredPaper, ...] = ()
