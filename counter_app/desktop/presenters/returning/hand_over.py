"""What changes hands at a return: result papers given, originals given back, the receipt taken."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from counter_app.desktop.presenters.returning.return_state import ReturnItem
from counter_app.domain.acts.results import ResultPaper, ReturnBasis
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.procedures.procedure import Procedure
from counter_app.i18n import several, tr
from counter_app.wording.steps import copies_words, result_words

RECEIPT = "receipt"
ARRIVED = "arrived"
_DIGITS = "123456789"


@dataclass(frozen=True, slots=True)
class Pile:
    """What can change hands, by the names of its ticks."""

    results: tuple[ResultPaper, ...]
    originals: tuple[tuple[str, int], ...]
    provisional: bool

    @property
    def usual(self) -> frozenset[str]:
        """Return what is ticked to begin with: every result, and the receipt taken back.

        Originals are never ticked by themselves: which of them stay in the file, nobody wrote down.
        """
        return frozenset({RECEIPT, *(f"result{place}" for place in range(len(self.results)))})

    def names(self) -> tuple[str, ...]:
        """Return the names of all ticks in their order on the panel."""
        results = tuple(f"result{place}" for place in range(len(self.results)))
        originals = tuple(f"original{place}" for place in range(len(self.originals)))
        return (*results, *originals, RECEIPT)

    def given(self, ticked: Collection[str]) -> tuple[ResultPaper, ...]:
        """Return the result papers that are handed over."""
        return tuple(
            paper for place, paper in enumerate(self.results) if f"result{place}" in ticked
        )

    def back(self, ticked: Collection[str]) -> tuple[str, ...]:
        """Return the originals that are given back."""
        return tuple(
            name for place, (name, _) in enumerate(self.originals) if f"original{place}" in ticked
        )

    def basis(self, ticked: Collection[str]) -> ReturnBasis:
        """Return on what ground: with the receipt, or by the card when it is lost."""
        return ReturnBasis.RECEIPT if RECEIPT in ticked else ReturnBasis.LOST_RECEIPT


def pile_of(dossier: Dossier, procedure: Procedure | None) -> Pile:
    """Return what can change hands. Results that nobody listed are those of the procedure."""
    results = dossier.results
    if not results:
        named = procedure.results if procedure else ()
        results = tuple(ResultPaper(name) for name in named) or (
            ResultPaper(
                tr("Kết quả: {procedure}").format(procedure=dossier.received.procedure.name)
            ),
        )
    originals = tuple(
        (paper.name, paper.originals)
        for paper in dossier.received.papers
        if paper.originals and not paper.missing
    )
    return Pile(results, originals, dossier.is_provisional)


def given_items(pile: Pile, ticked: Collection[str]) -> tuple[ReturnItem, ...]:
    """Return the rows of `Giao cho công dân`."""
    return tuple(
        ReturnItem(
            name=f"result{place}",
            key=_key(place),
            text=result_words(paper),
            right=copies_words(paper.copies),
            ticked=f"result{place}" in ticked,
        )
        for place, paper in enumerate(pile.results)
    )


def taken_items(pile: Pile, ticked: Collection[str]) -> tuple[ReturnItem, ...]:
    """Return the rows of `Nhận lại và trả lại`."""
    first = len(pile.results)
    originals = tuple(
        ReturnItem(
            name=f"original{place}",
            key=_key(first + place),
            text=tr("Trả lại bản chính: {paper}").format(paper=name),
            right=copies_words(count),
            ticked=f"original{place}" in ticked,
        )
        for place, (name, count) in enumerate(pile.originals)
    )
    words = tr("Thu lại phiếu tạm") if pile.provisional else tr("Thu lại giấy tiếp nhận và hẹn trả")
    receipt = ReturnItem(
        name=RECEIPT,
        key=_key(first + len(originals)),
        text=words,
        right=several("{n} tờ", 1).format(n=1) if RECEIPT in ticked else tr("công dân làm mất"),
        ticked=RECEIPT in ticked,
    )
    return (*originals, receipt)


def arrived_item(*, ticked: bool) -> ReturnItem:
    """Return the tick by which an officer says that a result lies here all the same.

    Once it is ticked the digits belong to the papers below it.
    """
    key = "" if ticked else "1"
    return ReturnItem(ARRIVED, key, tr("Kết quả bằng giấy đã có ở quầy"), "", ticked)


def _key(place: int) -> str:
    return _DIGITS[place] if place < len(_DIGITS) else ""
