"""The overlay of keys: what the page says of itself first, what is the same everywhere beside it.

Only keys that do something here and now are shown: a key that is promised and doesn't act costs
the trust of all others.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from counter_app.i18n import tr


@dataclass(frozen=True, slots=True)
class KeyWords:
    """A key in Qt's portable words (`Shift+F9`; several divided by spaces) and what it does."""

    keys: str
    words: str


@dataclass(frozen=True, slots=True)
class KeyColumn:
    """One column of the overlay."""

    title: str
    rows: tuple[KeyWords, ...]


@dataclass(frozen=True, slots=True)
class KeysState:
    """Both columns: `here` is the page's, `always` is the same on every page."""

    title: str
    here: KeyColumn
    always: KeyColumn


ALWAYS: tuple[tuple[str, str], ...] = (
    ("", "Quét thẻ căn cước: tiếp nhận người đó, ở bất cứ màn hình nào"),
    ("", "Quét mã vạch trên giấy tiếp nhận: mở hồ sơ đó"),
    ("Enter", "Sang việc tiếp theo còn cần cán bộ"),
    ("Tab", "Sang ô tiếp theo"),
    ("Esc", "Lùi một bước, không mất gì"),
)
"""What holds on every page. Scans have no key: any screen takes them."""

DIGITS = ("1", "Phím số: chọn hoặc đánh dấu dòng mang số đó")
"""Only where rows bear numbers now."""


def keys_state(page: str, keys: Iterable[KeyWords], *, digits: bool = False) -> KeysState:
    """Return the overlay of the page called `page`, with the `keys` that act there now.

    `digits`: rows with numbers are on the page. F-keys come first, in their order, then the others
    as they were given; a key that is given twice is shown once.
    """
    rows = sorted(_once(keys), key=lambda row: _place(row.keys))
    always = tuple(KeyWords(key, tr(words)) for key, words in ALWAYS)
    if digits:
        always += (KeyWords(DIGITS[0], tr(DIGITS[1])),)
    return KeysState(
        title=tr("Phím dùng được ở {page}").format(page=page),
        here=KeyColumn(tr("Ở màn hình này"), tuple(rows)),
        always=KeyColumn(tr("Ở mọi màn hình"), always),
    )


def _once(keys: Iterable[KeyWords]) -> Iterable[KeyWords]:
    return {row.keys: row for row in reversed(tuple(keys))}.values()


def _place(keys: str) -> tuple[int, int, str]:
    """Return where a key stands: F1 to F12, each before its Shift, then Ctrl in their order."""
    *held, last = keys.split(" ", maxsplit=1)[0].split("+")
    if last.startswith("F") and last[1:].isdigit():
        return (0, int(last[1:]), "+".join(held))
    return (1, len(held), last)
