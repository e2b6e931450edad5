"""The keys of the window (UX §3): F-keys and Ctrl only, so that neither a scanner nor typing fires.

`Alt` with digits is what a scanner in ALT mode types, and a shortcut on Return would eat the
scanner's suffix: neither is ever a shortcut here.
"""

from __future__ import annotations

from enum import Enum


class Command(Enum):
    """What a key of the window asks for; the value is a stable name."""

    HELP = "help"
    NEW = "new"
    DOSSIERS = "dossiers"
    EDIT = "edit"
    REFRESH = "refresh"
    PAPERS = "papers"
    SUPPLEMENT = "supplement"
    RETURN = "return"
    RECEIVE = "receive"
    RECEIVE_MORE = "receive_more"
    PREVIEW = "preview"
    REPRINT = "reprint"
    FULL_SCREEN = "full_screen"
    CITIZEN_SCREEN = "citizen_screen"
    PALETTE = "palette"
    FILTER = "filter"
    UNDO = "undo"
    COPY = "copy"
    HISTORY = "history"
    HAND_OVER = "hand_over"
    CERTIFY = "certify"
    SHIFT = "shift"
    CLOSE_DAY = "close_day"
    GUIDE = "guide"
    TURN_AWAY = "turn_away"
    ASSIST = "assist"
    ELSEWHERE = "elsewhere"
    PAPER_FIRST = "paper_first"
    DECLARATION = "declaration"
    REMINDERS = "reminders"
    OBSTACLE = "obstacle"
    LATE = "late"
    LOG = "log"
    REPORTS = "reports"
    BOOKS = "books"
    OVERVIEW = "overview"
    CHECKS = "checks"
    LOCK = "lock"
    BIGGER = "bigger"
    SMALLER = "smaller"
    NORMAL = "normal"
    FAVOURITE_1 = "favourite_1"
    FAVOURITE_2 = "favourite_2"
    FAVOURITE_3 = "favourite_3"
    FAVOURITE_4 = "favourite_4"
    FAVOURITE_5 = "favourite_5"
    FAVOURITE_6 = "favourite_6"
    FAVOURITE_7 = "favourite_7"
    FAVOURITE_8 = "favourite_8"
    FAVOURITE_9 = "favourite_9"


FAVOURITES: tuple[Command, ...] = tuple(Command(f"favourite_{number}") for number in range(1, 10))
"""Ctrl+1 to Ctrl+9, in order."""

KEYS: dict[Command, tuple[str, ...]] = {
    Command.HELP: ("F1",),
    Command.NEW: ("F2",),
    Command.DOSSIERS: ("F3",),
    Command.EDIT: ("F4",),
    Command.REFRESH: ("F5",),
    Command.PAPERS: ("F6",),
    Command.SUPPLEMENT: ("F7",),
    Command.RETURN: ("F8",),
    # Laptops hide the F-keys behind Fn; Enter has two keys.
    Command.RECEIVE: ("F9", "Ctrl+Return", "Ctrl+Enter"),
    Command.RECEIVE_MORE: ("Ctrl+F9",),
    Command.PREVIEW: ("Shift+F9",),
    Command.REPRINT: ("F10", "Ctrl+P"),
    Command.FULL_SCREEN: ("F11",),
    Command.CITIZEN_SCREEN: ("F12",),
    Command.PALETTE: ("Ctrl+K",),
    Command.FILTER: ("Ctrl+F",),
    Command.UNDO: ("Ctrl+Z",),
    Command.COPY: ("Ctrl+D",),
    Command.HISTORY: ("Ctrl+L",),
    Command.HAND_OVER: ("Ctrl+G",),
    Command.CERTIFY: ("Ctrl+B",),
    Command.SHIFT: ("Ctrl+T",),
    Command.CLOSE_DAY: ("Ctrl+N",),
    Command.GUIDE: ("Ctrl+Shift+H",),
    Command.TURN_AWAY: ("Ctrl+Shift+R",),
    Command.ASSIST: ("Ctrl+Shift+O",),
    Command.ELSEWHERE: ("Ctrl+Shift+P",),
    Command.PAPER_FIRST: ("Ctrl+Shift+G",),
    Command.DECLARATION: ("Ctrl+Shift+K",),
    Command.REMINDERS: ("Ctrl+R",),
    Command.OBSTACLE: ("Ctrl+Shift+V",),
    Command.LATE: ("Ctrl+Shift+X",),
    Command.LOG: ("Ctrl+J",),
    Command.REPORTS: ("Ctrl+Shift+B",),
    Command.BOOKS: ("Ctrl+Shift+S",),
    Command.OVERVIEW: ("Ctrl+Shift+Q",),
    Command.CHECKS: ("Ctrl+Shift+M",),
    Command.LOCK: ("Ctrl+Shift+L",),
    Command.BIGGER: ("Ctrl+=", "Ctrl++"),
    Command.SMALLER: ("Ctrl+-",),
    Command.NORMAL: ("Ctrl+0",),
    **{command: (f"Ctrl+{number}",) for number, command in enumerate(FAVOURITES, start=1)},
}
"""Key sequences in Qt's portable words; the first is the one shown."""
