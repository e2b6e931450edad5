"""Words of a province's list as values. What can't be read without guessing is None."""

from __future__ import annotations

import re
from datetime import date, datetime

from counter_app.domain.procedures.channels import Channel
from counter_app.domain.procedures.fees import FeeKind
from counter_app.domain.procedures.procedure import Level, ReceivedIn, ServiceLevel
from counter_app.domain.text import fold, words

_YES = frozenset({"x", "co", "1", "true", "yes", "dung", "✓", "✔", "☑"})
_NO = frozenset({"", "khong", "0", "false", "no", "-", "–", "☐"})
_COUNT = re.compile(r"(\d{1,3})(?: (?:ban|bo|to))?")
_BETWEEN_CHANNELS = re.compile(r"[;,/\n]| va | hoac ")
_CHANNEL_WORDS: dict[Channel, tuple[str, ...]] = {
    Channel.COUNTER: ("truc tiep", "tai quay"),
    Channel.ONLINE: ("truc tuyen", "online"),
    Channel.POST: ("buu chinh", "buu dien", "bcci"),
}
_LEVEL_WORDS: dict[str, Level] = {
    "bo": Level.MINISTRY,
    "trung uong": Level.MINISTRY,
    "tinh": Level.PROVINCE,
    "thanh pho": Level.PROVINCE,
    "xa": Level.COMMUNE,
    "phuong": Level.COMMUNE,
}
_SERVICE_LEVEL_WORDS: dict[str, ServiceLevel] = {
    "mot phan": ServiceLevel.PARTIAL,
    "3": ServiceLevel.PARTIAL,
    "toan trinh": ServiceLevel.FULL,
    "4": ServiceLevel.FULL,
}
_SYSTEM_WORDS: dict[str, ReceivedIn] = {
    "tinh": ReceivedIn.PROVINCE,
    "bo": ReceivedIn.MINISTRY,
    "nganh": ReceivedIn.MINISTRY,
    "quoc gia": ReceivedIn.NATIONAL,
    "dvcqg": ReceivedIn.NATIONAL,
}


def yes_or_no(text: str) -> bool | None:
    """Return what a mark or a word says."""
    word = fold(text)
    if word in _YES:
        return True
    return False if word in _NO else None


def count(text: str) -> int | None:
    """Return a number of copies: `01`, `2 bản`."""
    match = _COUNT.fullmatch(fold(text))
    return int(match[1]) if match else None


def day(text: str) -> date | None:
    """Return a date written dd/MM/yyyy, or ISO as cells of kind date come."""
    for pattern in ("%d/%m/%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text, pattern).date()  # noqa: DTZ007  # a day has no zone
        except ValueError:
            continue
    return None


def channels(text: str) -> tuple[Channel, ...] | None:
    """Return the channels that a cell names; None when a word of it means none or several."""
    found = []
    for item in _BETWEEN_CHANNELS.split(fold(text.replace("\n", ";"))):
        if not item.strip():
            continue
        meant = [
            channel
            for channel, known in _CHANNEL_WORDS.items()
            if any(word in item for word in known)
        ]
        if len(meant) != 1:
            return None
        found.append(meant[0])
    return tuple(channel for channel in Channel if channel in found) or None


def level(text: str) -> Level | None:
    """Return a level: `Cấp xã`, `tỉnh`."""
    return _LEVEL_WORDS.get(fold(text).removeprefix("cap ").strip())


def service_level(text: str) -> ServiceLevel | None:
    """Return một phần or toàn trình; levels 3 and 4 of former years mean the same."""
    return _SERVICE_LEVEL_WORDS.get(fold(text).removeprefix("muc do ").removeprefix("muc ").strip())


def received_in(text: str) -> ReceivedIn | None:
    """Return whose system a procedure is registered in."""
    joined = f" {' '.join(words(text))} "
    meant = {system for word, system in _SYSTEM_WORDS.items() if f" {word} " in joined}
    return meant.pop() if len(meant) == 1 else None


def fee_kind(kind: str, name: str) -> FeeKind:
    """Return what the kind's cell says, else what the name begins with."""
    for text in (kind, name):
        said = " ".join(words(text))
        if said.startswith("le phi"):
            return FeeKind.CHARGE
        if said.startswith("phi") and not said.startswith("phi le phi"):
            return FeeKind.FEE
    return FeeKind.UNSTATED


_NOTE_STARTS = (
    "luu y", "ghi chu", "chu y", "truong hop", "doi voi", "khi nop", "nguoi yeu cau",
    "nguoi nop", "thanh phan ho so", "ho so gom", "ho so bao gom", "giay to phai",
    "cac giay to sau", "tuy tung truong hop", "ngoai ra", "mot trong cac",
)  # fmt: skip
_LONGEST_PAPER = 300


def looks_like_a_note(name: str) -> bool:
    """Return True for a sentence that stands among the papers: about 30 % on the portal do."""
    start = " ".join(words(name[:60]))
    return (
        start.startswith(_NOTE_STARTS)
        or name.lstrip().startswith("*")
        or name.rstrip().endswith(":")
        or len(name) > _LONGEST_PAPER
    )
