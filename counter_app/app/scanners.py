"""The scanners of this counter: keyboard, serial port, or a file, all told by one signal."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from counter_app.app.counter import OpenCounter
from counter_app.app.program import Program
from counter_app.app.rollout.scanner_names import IN_USE, PROFILE
from counter_app.desktop.scanning.feedback import Feedback
from counter_app.desktop.scanning.port import PortFeed, PortState
from counter_app.desktop.scanning.profile import Mode, ScannerProfile
from counter_app.desktop.scanning.raw_scan import RawScan
from counter_app.desktop.scanning.router import ScanRouter
from counter_app.desktop.scanning.scan_file import ScanFile
from counter_app.desktop.shell.settings import ScannerDevice
from counter_app.devices.beeper import sound
from counter_app.devices.serial_scanner import SerialScanner, ports
from counter_app.domain.dates import VIETNAM
from counter_app.domain.plain import NotPlainError, from_plain, to_plain
from counter_app.i18n import tr

if TYPE_CHECKING:
    from counter_app.desktop.presenters.scanner_check.scanner_check import ScannerCheckPresenter
    from counter_app.desktop.screens.scanner_check.scanner_check import ScannerCheckScreen


class StoredProfiles:
    """Profiles of scanners as this counter's store keeps them, one a device."""

    def __init__(self, counter: OpenCounter) -> None:
        self._counter = counter

    def get(self, name: str) -> ScannerProfile | None:
        """Return the profile of a device; None when it was never checked, or can't be read."""
        plain = self._counter.setting(PROFILE + name)
        try:
            return None if plain is None else from_plain(ScannerProfile, plain)
        except NotPlainError:
            return None

    def put(self, profile: ScannerProfile) -> None:
        """Keep a profile; its device is the one in use from now on."""
        self._counter.keep(PROFILE + profile.name, to_plain(profile))
        self._counter.keep(IN_USE, profile.name)

    def in_use(self) -> ScannerProfile:
        """Return the profile of the device that this counter scans with."""
        name = self._counter.setting(IN_USE)
        return (self.get(name) if isinstance(name, str) else None) or ScannerProfile()


class Scanners(QObject):
    """`scanned` and `tampered` carry RawScan; `stood` a scanner's name and its fault in words."""

    scanned = Signal(object)
    tampered = Signal(object)
    stood = Signal(str, str)

    def __init__(
        self,
        program: Program,
        counter: OpenCounter,
        scan_file: Path | None,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._program = program
        self.profiles = StoredProfiles(counter)
        self.profile = self.profiles.in_use()
        self.check: ScannerCheckPresenter | None = None
        self.feedback = Feedback(program.look, program.window, sound)
        self._router = ScanRouter(_now, self.profile, self)
        self._router.scanned.connect(self.scanned)
        self._router.tampered.connect(self.tampered)
        self._port: PortFeed | None = None
        self._file = ScanFile(scan_file, _now, self) if scan_file is not None else None
        if self._file is not None:
            self._file.scanned.connect(self._router.take)
        self.standing = ("", "")

    def start(self) -> None:
        """Begin to listen."""
        self._router.start()
        if self._file is not None:
            self._file.start()
        self._follow(self.profile)

    def stop(self) -> None:
        """Listen no more."""
        self._router.stop()
        if self._file is not None:
            self._file.stop()
        if self._port is not None:
            self._port.stop()

    def devices(self) -> tuple[ScannerDevice, ...]:
        """Return what may be scanned with: the keyboard, then each serial port there is now."""
        keyboard = ScannerDevice("", tr("USB như bàn phím"), chosen=not self.profile.port)
        found = [
            ScannerDevice(
                port.name,
                f"{port.name} · {port.description}",
                chosen=port.name == self.profile.port,
            )
            for port in ports()
        ]
        if self.profile.port and not any(each.chosen for each in found):
            gone = tr("{port} · chưa cắm").format(port=self.profile.port)
            found.append(ScannerDevice(self.profile.port, gone, chosen=True))
        return (keyboard, *found)

    def use(self, port: str) -> None:
        """Scan with another device from now on; each keeps its own profile."""
        name = f"{Mode.SERIAL.value}:{port}" if port else Mode.KEYBOARD.value
        mode = Mode.SERIAL if port else Mode.KEYBOARD
        profile = self.profiles.get(name) or ScannerProfile(name, mode, port)
        self.profiles.put(profile)
        self._follow(profile)

    def check_screen(self) -> ScannerCheckScreen:
        """Return the page that checks the scanner."""
        from counter_app.desktop.presenters.scanner_check.scanner_check import (
            ScannerCheckPresenter,
        )
        from counter_app.desktop.screens.scanner_check.scanner_check import ScannerCheckScreen

        screen = ScannerCheckScreen(self._program.look)
        self.check = ScannerCheckPresenter(
            screen, self.profiles, lambda: _now().date(), self._follow, self.profile.name
        )
        screen.decide_by(self.check)
        return screen

    def _follow(self, profile: ScannerProfile) -> None:
        """Work by another profile from now on."""
        self.profile = profile
        self._router.set_profile(profile)
        self.feedback.set_profile(profile)
        if self._port is not None:
            self._port.stop()
            self._port = None
        if profile.mode is Mode.SERIAL and profile.port:
            self._port = PortFeed(SerialScanner(profile.port), profile.port, _now, self)
            self._port.scanned.connect(self._router.take)
            self._port.state_changed.connect(self._port_state)
            self._port.start()
            self._stand(profile.port, tr("chưa thấy máy quét"))
        else:
            self._stand("", "")

    @Slot(object)
    def _port_state(self, state: PortState) -> None:
        fault = "" if state is PortState.PLUGGED else tr("đã rút, cắm lại là dùng được")
        self._stand(self.profile.port, fault)

    def _stand(self, name: str, fault: str) -> None:
        self.standing = (name, fault)
        self.stood.emit(name, fault)

    @Slot(object)
    def take(self, raw: RawScan) -> None:
        """Take a scan of another device."""
        self._router.take(raw)


def _now() -> datetime:
    return datetime.now(VIETNAM)
