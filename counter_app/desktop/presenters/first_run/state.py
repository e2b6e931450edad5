"""What the wizard of the first run shows, ready to show."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Protocol


class Step(Enum):
    """The steps, in order."""

    SERVER = "server"  # the province's address, its own certificate authorities
    CODE = "code"  # the one-time code
    RECOVERY = "recovery"  # what this machine now is, and the recovery code to keep
    MOVE = "move"  # the old machine's work, where this one takes its place
    PRINTER = "printer"
    SCANNER = "scanner"
    DONE = "done"


class Field(Enum):
    """Where the keys go."""

    SERVER = "server"
    CA_FILE = "ca_file"
    CODE = "code"
    STICK = "stick"
    KEY_FILE = "key_file"
    KEPT = "kept"
    PAGE = "page"  # the embedded page
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step in the list: its number or "check", its words, and whether it is on."""

    mark: str
    words: str
    is_on: bool


@dataclass(frozen=True, slots=True)
class FirstRunState:
    """The whole wizard.

    `words` stand under the title. Each `…_problem` stands under its field. `facts` are pairs of
    label and value; `replaces`: this machine takes an old one's place; `takes`: its work may
    be taken in, from `stick` with `key_file`; `took`: it was; `told` are icons and
    sentences about that. `recovery` the code to keep ("" where there is none).
    `next` and `why_not`: the filled button and, while it is grey, the reason above it. `back` ""
    hides that button.
    """

    step: Step
    lines: tuple[StepLine, ...]
    title: str
    words: str
    server: str = ""
    server_problem: str = ""
    ca_file: str = ""
    ca_problem: str = ""
    code: str = ""
    code_note: str = ""
    code_problem: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    recovery: str = ""
    is_kept: bool = False
    may_print: bool = False
    replaces: bool = False
    code_label: str = ""
    stick: str = ""
    stick_problem: str = ""
    key_file: str = ""
    key_problem: str = ""
    takes: bool = False
    took: bool = False
    told: tuple[tuple[str, str], ...] = ()
    problem: str = ""
    next: str = ""
    may_go_on: bool = True
    why_not: str = ""
    back: str = ""


class FirstRunView(Protocol):
    """The wizard's screen."""

    def present(self, state: FirstRunState) -> None:
        """Show a whole new state."""

    def focus(self, field: Field) -> None:
        """Put the keys there."""
