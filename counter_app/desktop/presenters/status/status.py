"""The status bar (thanh trạng thái): line, scanner, printer, last receipt, always in this order.

A device that works says only its name; a fault stands in its place, amber, with a word. Being
without a line is no fault: slate and outlined, never red.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from counter_app.domain.dates import shown_date, vietnam_time
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.i18n import several, tr
from counter_app.wording.parts import joined
from counter_app.wording.wire import chip_words

if TYPE_CHECKING:  # the line's room loads the HTTP client, which the first paint doesn't wait for
    from counter_app.services.counter.clock import Moment
    from counter_app.sync.state import SyncState


@dataclass(frozen=True, slots=True)
class NetPart:
    """The chip: an icon of the family, its words, and what is said on pointing at it.

    `offline`: outlined and slate. `fault`: somebody must look at it.
    """

    icon: str
    words: str
    offline: bool = False
    fault: bool = False
    tip: str = ""


@dataclass(frozen=True, slots=True)
class DevicePart:
    """Scanner or printer. `ok`: a check mark follows the words; else they are the fault, amber."""

    icon: str
    words: str
    ok: bool


@dataclass(frozen=True, slots=True)
class ReceiptPart:
    """The last paper: `before` code `after`, then `again` with the key F10."""

    before: str
    code: str
    after: str
    again: str
    ok: bool = True


@dataclass(frozen=True, slots=True)
class StatusState:
    """All of the bar. None: nothing is known of that part yet, its place stays empty.

    `date` is shown only while it is one that people confirmed.
    """

    net: NetPart | None = None
    scanner: DevicePart | None = None
    printer: DevicePart | None = None
    receipt: ReceiptPart | None = None
    date: DevicePart | None = None


class StatusView(Protocol):
    """What shows the bar."""

    def present(self, state: StatusState) -> None:
        """Show `state`."""


@dataclass(frozen=True, slots=True)
class LastReceipt:
    """The last paper of this sitting: its code, when, and whether it surely came out."""

    code: str
    at: datetime
    confirmed: bool = True


_ICONS = {
    "all_sent": "cloud-ok",
    "sending": "cloud-up",
    "offline": "cloud-off",
    "unconfirmed": "hourglass",
    "attention": "warn",
    "stopped": "warn",
}
_FAULTS = frozenset({"attention", "stopped"})


class StatusPresenter:
    """Keeps what the bar's four parts say; each of them changes by itself."""

    def __init__(self, view: StatusView) -> None:
        self._view = view
        self._state = StatusState()

    def line(self, state: SyncState, now: datetime) -> None:
        """Show how the wire stands; `now` tells how much of a moment must be said."""
        self._show(net=net_part(state, now))

    def scanner(self, name: str, fault: str = "") -> None:
        """Show the scanner by `name` ("" for one that types like a keyboard), or its fault."""
        words = tr("Máy quét {name}").format(name=name) if name else tr("Máy quét")
        if fault:
            words = tr("{device}: {fault}").format(device=words, fault=fault)
        self._show(scanner=DevicePart("scan", words, ok=not fault))

    def printer(self, name: str, layout: str = "", fault: str = "") -> None:
        """Show the printer and how it lays out, or its fault. No name: papers become files."""
        words = name or tr("Chưa có máy in: giấy lưu thành tệp PDF")
        if fault:
            words = tr("{device}: {fault}").format(device=words, fault=fault)
        elif name and layout:
            words = f"{words} · {layout}"
        self._show(printer=DevicePart("print", words, ok=bool(name) and not fault))

    def date(self, moment: Moment) -> None:
        """Show that the date was confirmed by people, as long as it is."""
        day = shown_date(vietnam_time(moment.at).date())
        words = tr("Ngày do quầy xác nhận: {day}").format(day=day)
        is_said = moment.quality is ClockQuality.CONFIRMED
        self._show(date=DevicePart("clock", words, ok=False) if is_said else None)

    def receipt(self, last: LastReceipt | None) -> None:
        """Show the last paper, or nothing at the beginning of a sitting."""
        self._show(receipt=None if last is None else _receipt(last))

    def _show(self, **parts: object) -> None:
        state = dataclasses.replace(self._state, **parts)  # type: ignore[arg-type]  # our own names
        if state != self._state:
            self._state = state
            self._view.present(state)


def net_part(state: SyncState, now: datetime) -> NetPart:
    """Return the chip of `state`; what needs a hand says since when."""
    chip = state.chip.value
    words = chip_words(chip, state.count)
    if chip == "attention" and state.oldest is not None:
        words = tr("{chip} · từ {since}").format(chip=words, since=since_words(state.oldest, now))
    if chip == "all_sent" and state.files[0]:  # they go behind the entries, and need nobody
        files = several("{n} tệp đang tải lên", state.files[0]).format(n=state.files[0])
        words = joined(words, files)
    return NetPart(
        _ICONS[chip],
        words,
        offline=chip == "offline",
        fault=chip in _FAULTS,
        tip=_tip(state, now),
    )


def since_words(at: datetime, now: datetime) -> str:
    """Return `09:12` for a moment of today, else `29/06/2025`."""
    local = vietnam_time(at)
    if local.date() == vietnam_time(now).date():
        return f"{local:%H:%M}"
    return shown_date(local.date())


def _tip(state: SyncState, now: datetime) -> str:
    if state.last_round is None:
        return tr("Mở tình trạng dữ liệu")
    return tr("Liên lạc máy chủ lần cuối {moment}. Mở tình trạng dữ liệu").format(
        moment=since_words(state.last_round, now)
    )


def _receipt(last: LastReceipt) -> ReceiptPart:
    at = f"{vietnam_time(last.at):%H:%M}"
    if last.confirmed:
        return ReceiptPart(
            tr("Vừa xong"), last.code, tr("lúc {hour}").format(hour=at), tr("In lại")
        )
    return ReceiptPart(
        tr("Chưa xác nhận in"), last.code, tr("lúc {hour}").format(hour=at), tr("In lại"), ok=False
    )
