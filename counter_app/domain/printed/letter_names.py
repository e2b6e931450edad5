"""What each letter can say: the names of its values, lists and boxes, and who signs it.

The services fill these names, the forms of a form set use them. A form may leave any of them out;
a name that isn't here would stay empty for ever, so a set that uses one is refused.
"""

from __future__ import annotations

from dataclasses import dataclass

_DOSSIER = (
    "code", "counter", "applicant", "submitter", "address", "phone", "email", "identity", "subject",
    "procedure", "agency", "received", "due", "officer", "contact", "help_phone", "lookup", "note",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LetterNames:
    """The names of one letter. `lists` says how many cells a row has behind text and detail.

    `names` says whose names stand under the signatures of the shipped form, in their order.
    """

    values: frozenset[str]
    lists: dict[str, int]
    names: tuple[str, ...] = ()


def _letter(*values: str, names: tuple[str, ...] = (), **lists: int) -> LetterNames:
    return LetterNames(frozenset((*_DOSSIER, *values)), lists, names)


LETTERS: dict[str, LetterNames] = {
    "supplement": _letter("reason", "guidance", "bring_by", items=0, names=("officer",)),
    "refusal": _letter(
        "reason", "guidance", "basis", papers=3, items=0, names=("submitter", "officer")
    ),
    "apology": _letter("reason", "new_due", "limit", "new_limit", "signer", names=("signer",)),
    "extension": _letter("reason", "new_due", "limit", "new_limit", "signer", names=("signer",)),
    "stop": _letter("reason", "guidance", "basis", "signer", papers=3, names=("signer",)),
    "guide": _letter(
        "guidance", "limit", "fee", "basis", "result_place", papers=3, fees=2, items=0,
        names=("officer",),
    ),
    "fee_slip": _letter(
        "total", "total_words", "receipt_reference", "basis", "payer", "method", "paid",
        fees=2, names=("payer", "officer"),
    ),
    "rating_slip": _letter(questions=5, reasons=0),
    "withdrawal": _letter("reason", papers=3, names=("submitter", "officer")),
    "complaint": _letter("reason", "guidance", names=("submitter", "officer")),
    "supplement_received": _letter(
        "new_due", "limit", "brought", papers=3, items=0, names=("submitter", "officer")
    ),
}  # fmt: skip
"""Name of a letter → what it can say. Cells of papers: originals, certified copies, photocopies; of
fees: how it is reckoned, amount; of questions: the grades from the worst to the best."""


def names_of(letter: str) -> LetterNames:
    """Return what `letter` can say; a letter that this version doesn't know, anything at all."""
    if letter in LETTERS:
        return LETTERS[letter]
    every = LETTERS.values()
    lists = {name: cells for each in every for name, cells in each.lists.items()}
    return LetterNames(frozenset().union(*(each.values for each in every)), lists)
