"""Thiết lập: printers, scanner, colours and size of text. Each row is one act."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.desktop.commands import KEYS, Command
from counter_app.desktop.scanning.meaning import Meaning
from counter_app.desktop.shell.places import PAGES
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Scheme
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.hint_line import Hint, HintLine
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.card import Card
from counter_app.desktop.widgets.controls.choice_row import ChoiceRow
from counter_app.desktop.widgets.controls.quiet_button import QuietButton
from counter_app.i18n import tr

_SCHEMES = {
    Scheme.LIGHT: "Sáng",
    Scheme.DARK: "Tối",
    Scheme.HIGH_CONTRAST: "Tương phản cao",
}
_ROWS = {
    "printing": ("print", "Thiết lập in", "máy in, khay, khổ giấy, lề, in thử"),
    "scanner": ("scan", "Kiểm tra máy quét mã", "tìm lỗi máy quét, lưu thiết lập"),
    "unconfirmed": ("paper", "Chưa xác nhận in", "giấy chưa rõ đã ra hay chưa"),
    "forms": ("book", "Biểu mẫu", "căn cứ, xem thử giấy, bộ của đơn vị"),
    "checks": ("ok", "Kiểm tra máy", "mọi phần của máy này, mỗi việc một bước; gói hỗ trợ"),
    "updates": ("refresh", "Cập nhật", "bản đang dùng, bản đang chờ, cài khi hết ca"),
    "posting": ("book", "Tập niêm yết", "mọi thủ tục đang hiệu lực, một tệp PDF"),
    "appoint": ("user", "Cử cán bộ tạm thời", "người đứng đầu cử tại chỗ, không quá 60 ngày"),
    "reset": ("lock", "Cấp lại mật khẩu", "mã dùng một lần cho cán bộ quên mật khẩu"),
}
_SIZES = (
    (Command.BIGGER, "to hơn"),
    (Command.SMALLER, "nhỏ hơn"),
    (Command.NORMAL, "cỡ thường"),
)
_WIDTH = 640


@dataclass(frozen=True, slots=True)
class ScannerDevice:
    """Something to scan with: a serial `port`, or "" for a scanner that types."""

    port: str
    words: str
    chosen: bool


def named(doors: Mapping[str, Callable[[], None]]) -> tuple[tuple[str, Callable[[], None]], ...]:
    """Return doors with their words, for the quick line; those with a key of their own have it."""
    keyed = frozenset(PAGES.values())
    return tuple((tr(_ROWS[key][1]), door) for key, door in doors.items() if key not in keyed)


class ScannerDoor(Protocol):
    """The scanners of this counter."""

    def devices(self) -> tuple[ScannerDevice, ...]:
        """Return what may be scanned with now."""

    def use(self, port: str) -> None:
        """Scan with another device from now on."""


class SettingsPage(QWidget):
    """A `Page`. `doors` opens the pages behind its rows, by name; `scanners` what to scan with.

    None for an officer who chooses no scanner.
    """

    def __init__(
        self,
        look: Look,
        doors: Mapping[str, Callable[[], None]],
        scanners: ScannerDoor | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._scanners = scanners
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(Line(look, tr("Thiết lập"), Type.PAGE))
        left, right = QVBoxLayout(), QVBoxLayout()
        for side in (left, right):
            side.setSpacing(12)
        devices = Card(look)
        devices.body.setSpacing(8)
        devices.setMaximumWidth(look.px(_WIDTH))
        self._first: QWidget | None = None
        for name, door in doors.items():
            icon, words, detail = _ROWS[name]
            button = QuietButton(look, tr(words), icon, height=40, detail=tr(detail))
            button.clicked.connect(door)
            devices.body.addWidget(button)
            self._first = self._first or button
        left.addWidget(devices)
        scanner = Card(look)
        scanner.setMaximumWidth(look.px(_WIDTH))
        scanner.body.setSpacing(4)
        scanner.body.addWidget(Line(look, tr("Quét bằng"), Type.NAME))
        self._devices = QVBoxLayout()
        self._devices.setSpacing(4)
        scanner.body.addLayout(self._devices)
        left.addWidget(scanner)
        scanner.setHidden(scanners is None)
        colours = Card(look)
        colours.setMaximumWidth(look.px(_WIDTH))
        colours.body.setSpacing(4)
        colours.body.addWidget(Line(look, tr("Màu màn hình"), Type.NAME))
        for scheme, words in _SCHEMES.items():
            row = ChoiceRow(look, "", tr(words))
            row.setChecked(scheme is look.scheme)
            row.clicked.connect(partial(look.set_scheme, scheme))
            colours.body.addWidget(row)
        right.addWidget(colours)
        sizes = Card(look)
        sizes.setMaximumWidth(look.px(_WIDTH))
        sizes.body.addWidget(Line(look, tr("Cỡ chữ"), Type.NAME))
        keys = HintLine(look)
        keys.set_hints(tuple(Hint(KEYS[command][0], tr(words)) for command, words in _SIZES))
        sizes.body.addWidget(keys)
        right.addWidget(sizes)
        sides = QHBoxLayout()
        sides.setSpacing(12)
        for side in (left, right):
            side.addStretch()
            sides.addLayout(side, 1)
        column.addLayout(sides, 1)

    def title(self) -> str:
        """Return the page's name."""
        return tr("Thiết lập")

    def commands(self) -> Mapping[Command, str]:
        """Return no commands of its own."""
        return {}

    def act(self, command: Command) -> bool:
        """Do nothing: every key here is the window's."""
        del command
        return False

    def scanned(self, scan: Meaning) -> bool:
        """Leave scans to the window."""
        del scan
        return False

    def arrive(self) -> None:
        """Put the keys on the first row; a scanner may have been plugged in meanwhile."""
        self._list_devices()
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _list_devices(self) -> None:
        while (item := self._devices.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if self._scanners is None:
            return
        for device in self._scanners.devices():
            row = ChoiceRow(self._look, "", device.words)
            row.setChecked(device.chosen)
            row.clicked.connect(partial(self._scanners.use, device.port))
            self._devices.addWidget(row)

    def escape(self) -> bool:
        """Nothing to go back from."""
        return False
