"""What the page of one dossier shows, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from counter_app.desktop.theme.status_look import ChipLook
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.widgets.basics.fact import Fact
from counter_app.desktop.widgets.cards.edge import Edge
from counter_app.desktop.widgets.lists.timeline_row import TimelineRow
from counter_app.domain.dossiers.dossier import Dossier


class Part(Enum):
    """What the right side tells of a dossier, one part at a time; the value is its key."""

    PAPERS = "1"
    FEES = "2"
    PERSONS = "3"
    STEPS = "4"  # only where the procedure has an internal process


class OtherAct(Enum):
    """What can be done here beside returning the result. Only those that are true are offered."""

    TELL = "tell"  # ghi liên hệ
    CANCEL = "cancel"  # hủy tiếp nhận: a slip of this counter
    PRINT = "print"  # in giấy khác
    SCAN = "scan"  # số hóa giấy tờ


@dataclass(frozen=True, slots=True)
class OtherButton:
    """One act of "việc khác": a small dialog's, or a further step's by the name of its offer."""

    act: OtherAct | str
    text: str
    icon: str
    keys: str = ""


@dataclass(frozen=True, slots=True)
class InfoRow:
    """One line of a part: what, a note below it, and a figure at the right."""

    text: str
    note: str = ""
    right: str = ""
    tone: Tone = Tone.TEXT


@dataclass(frozen=True, slots=True)
class PartTab:
    """One part to choose: its name with its figure."""

    part: Part
    text: str
    count: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A line across the page: what a person must know of this dossier."""

    icon: str
    bold: str
    rest: str
    edge: Edge


@dataclass(frozen=True, slots=True)
class Mark:
    """Icon and words in one tone: the promised time, the sending."""

    icon: str = ""
    text: str = ""
    tone: Tone = Tone.TEXT_2


@dataclass(frozen=True, slots=True)
class DetailState:
    """The whole page. `proceed` is the next act's button, "" when nothing is due from here.

    `proceed_step` is the further step that it opens; "": it returns the result. `crowded`: a panel
    lies over the parts, and the next act is in it.
    """

    code: str
    chip: ChipLook
    due: Mark
    facts: tuple[Fact, ...]
    notes: tuple[Note, ...]
    timeline: tuple[TimelineRow, ...]
    sending: Mark
    tabs: tuple[PartTab, ...]
    rows: tuple[InfoRow, ...]
    proceed: str
    proceed_reason: str
    others: tuple[OtherButton, ...]
    reprint: str
    crowded: bool = False
    proceed_step: str = ""
    proceed_icon: str = "out"
    proceed_keys: str = "F8"


@dataclass(frozen=True, slots=True)
class MissingState:
    """Shown when the code isn't on this machine, or isn't a code at all."""

    code: str
    what: str
    rest: str


@dataclass(frozen=True, slots=True)
class AskState:
    """A small dialog: its title and sentence; `prefilled` stands in its first field."""

    title: str
    sentence: str = ""
    prefilled: str = ""


@dataclass(frozen=True, slots=True)
class PaperAsk:
    """Which paper to print: pairs of a form and its words, chosen by digits."""

    title: str
    papers: tuple[tuple[str, str], ...]


class DetailView(Protocol):
    """What the presenter asks of the page."""

    def present(self, state: DetailState) -> None:
        """Show the whole state."""

    def present_missing(self, state: MissingState) -> None:
        """Show that this dossier isn't here."""

    def start_returning(self, dossier: Dossier) -> None:
        """Put the panel of the return in place of the parts, and the keys into it."""

    def stop_returning(self) -> None:
        """Take the panel away."""

    def start_step(self, name: str, dossier: Dossier) -> None:
        """Put the panel of a further step in place of the parts, and the keys into it."""

    def stop_step(self) -> None:
        """Take the panel away; what was typed in it is kept."""

    def ask_reprint(self, ask: AskState) -> None:
        """Ask why the paper is needed again: jammed, or lost by the citizen."""

    def ask_contact(self, ask: AskState) -> None:
        """Ask how the citizen was told, and what."""

    def ask_cancel(self, ask: AskState) -> None:
        """Ask why the reception was a mistake."""

    def ask_paper(self, ask: PaperAsk) -> None:
        """Ask which of its papers comes out."""

    def open_papers(self, uid: str) -> None:
        """Go to its papers, to scan them."""

    def close_ask(self) -> None:
        """The small dialog did its work."""

    def refuse_ask(self, words: str) -> None:
        """The small dialog stays: say why."""
