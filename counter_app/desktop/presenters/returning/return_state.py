"""What the panel of the return shows, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from counter_app.domain.dossiers.dossier import Dossier


class ReceiverKind(Enum):
    """What is known of who stands at the counter."""

    EXPECTED = "expected"  # who submitted; no card was read
    MATCHED = "matched"  # the card is the applicant's, or the submitter's
    OTHER = "other"  # somebody else, typed or read from a card


@dataclass(frozen=True, slots=True)
class ReceiverState:
    """Who receives: name, and what is known of them in one line."""

    kind: ReceiverKind
    name: str
    detail: str
    advice: str = ""


@dataclass(frozen=True, slots=True)
class OtherPerson:
    """The fields of another person as typed; `problem` words stand under their fields."""

    name: str = ""
    number: str = ""
    phone: str = ""
    capacity: str = ""
    paper_number: str = ""
    paper_date: str = ""


@dataclass(frozen=True, slots=True)
class OtherForm:
    """The form of another person: typed values, choices of capacity, doubts beside the fields."""

    typed: OtherPerson
    capacities: tuple[tuple[str, str], ...]
    capacity_words: str
    paper_label: str
    name_problem: str = ""
    number_doubt: str = ""
    paper_doubt: str = ""
    date_problem: str = ""


@dataclass(frozen=True, slots=True)
class ReturnItem:
    """One tick: `key` is its digit, "" beyond nine."""

    name: str
    key: str
    text: str
    right: str
    ticked: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """Why there is something to say before the return: bold fact and the rest."""

    bold: str
    rest: str = ""


@dataclass(frozen=True, slots=True)
class ReturnState:
    """The whole panel. `reason` says what is missing before the result can be returned.

    `done`: when it was really handed over, as typed; None while nothing can be.
    """

    standing: Standing | None
    receiver: ReceiverState | None
    other: OtherForm | None
    given: tuple[ReturnItem, ...]
    taken: tuple[ReturnItem, ...]
    arrived: ReturnItem | None
    warnings: tuple[str, ...]
    proceed: str
    reason: str
    error: str = ""
    done: str | None = None
    done_problem: str = ""


class ReturnView(Protocol):
    """What the presenter asks of the panel."""

    def present(self, state: ReturnState) -> None:
        """Show the whole state."""

    def focus_name(self) -> None:
        """Put the keys into the name of another person."""

    def focus_proceed(self) -> None:
        """Put the keys on the next act."""

    def returned(self, dossier: Dossier) -> None:
        """The result was handed over: the page goes on."""
