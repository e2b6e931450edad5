"""Decides what the check of a scanner says, and proposes the profile (UX §4)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from counter_app.desktop.presenters.scanner_check.check_state import (
    Finding,
    ScannerCheckState,
    ScannerCheckView,
    Step,
)
from counter_app.desktop.presenters.scanner_check.fault_words import FAULTS
from counter_app.desktop.presenters.scanner_check.faults import HARMLESS, faults_of
from counter_app.desktop.presenters.scanner_check.samples import SHOWN_BARS, SHOWN_QR
from counter_app.desktop.scanning.profile import Mode, Profiles, ScannerProfile
from counter_app.desktop.scanning.raw_scan import Damage, RawScan
from counter_app.i18n import tr

_SYMBOLS = {Step.QR: SHOWN_QR, Step.BARS: SHOWN_BARS}
_ALT = {Damage.ALT_CODES: "codes", Damage.ALT_BYTES: "bytes"}


class ScannerCheckPresenter:
    """Two scans, one after the other: a QR with all letters, then a Code 128.

    Give it every RawScan while its page is shown; `stored` hears of a profile that was kept.
    """

    def __init__(
        self,
        view: ScannerCheckView,
        profiles: Profiles,
        today: Callable[[], date],
        stored: Callable[[ScannerProfile], None],
        device: str = Mode.KEYBOARD.value,
    ) -> None:
        self._view = view
        self._profiles = profiles
        self._today = today
        self._tell = stored
        self._profile = profiles.get(device) or ScannerProfile(device)
        self._step = Step.QR
        self._scans: dict[Step, RawScan] = {}
        self._stored = False
        self._prefix_problem = ""

    def begin(self) -> None:
        """Start with the QR."""
        self._step, self._stored = Step.QR, False
        self._scans.clear()
        self._present()

    def take(self, scan: RawScan) -> None:
        """Look at a scan of the symbol that is shown; another try replaces the one before."""
        if self._step is Step.DONE:
            return
        if scan.device != self._profile.name:
            mode = Mode(scan.device.partition(":")[0])
            known = self._profiles.get(scan.device)
            port = scan.device.partition(":")[2]
            self._profile = known or ScannerProfile(scan.device, mode, port)
        scan = self._without_prefix(scan)
        self._scans[self._step] = scan
        if not faults_of(_SYMBOLS[self._step], scan):
            self.go_on()
        else:
            self._present()

    def go_on(self) -> None:
        """Go to the next step, whether or not this one was scanned."""
        self._step = Step.BARS if self._step is Step.QR else Step.DONE
        self._present()

    def set_sound(self, on: bool) -> None:
        """Beep, or don't."""
        self._change(replace(self._profile, sound=on))

    def set_flash(self, on: bool) -> None:
        """Flash at the edge, or don't."""
        self._change(replace(self._profile, flash=on))

    def set_prefix(self, text: str) -> None:
        """Take the character that the scanner was programmed to type first; "" for none."""
        # Letters and digits begin what people type: each of these would be held for a moment.
        bad = len(text) > 1 or text.isalnum() or text.isspace()
        self._prefix_problem = (
            tr("Ký tự đầu phải là một ký tự ít dùng, ví dụ ~ hoặc ^.") if bad else ""
        )
        self._change(self._profile if bad else replace(self._profile, prefix=text))

    def store(self) -> None:
        """Keep the profile of the scanner."""
        self._profile = self._proposed()
        self._profiles.put(self._profile)
        self._tell(self._profile)
        self._stored = True
        self._present()

    def _change(self, profile: ScannerProfile) -> None:
        self._profile, self._stored = profile, False
        self._present()

    def _without_prefix(self, scan: RawScan) -> RawScan:
        """Learn a prefix that nobody told: one rare character before all that was shown."""
        first, rest = scan.text[:1], scan.text[1:]
        if rest != _SYMBOLS[self._step] or first.isalnum():
            return scan
        self._profile = replace(self._profile, prefix=first)
        return replace(scan, text=rest)

    def _proposed(self) -> ScannerProfile:
        """Return the profile by what came."""
        scans = tuple(self._scans.values())
        faults = [fault for step, scan in self._scans.items()
                  for fault in faults_of(_SYMBOLS[step], scan)]  # fmt: skip
        damage = {each for scan in scans for each in scan.damage}
        return replace(
            self._profile,
            gap=round(max((scan.gap for scan in scans), default=0.0)),
            terminator=next((scan.terminator for scan in scans if scan.terminator), ""),
            layout="other" if Damage.LAYOUT in damage else "us",
            alt=next((name for each, name in _ALT.items() if each in damage), ""),
            faults=tuple(dict.fromkeys(faults)),
            checked_on=self._today(),
        )

    def _present(self) -> None:
        self._view.present(
            ScannerCheckState(
                step=self._step,
                title=tr(_TITLES[self._step]),
                ask=tr(_ASKS[self._step]),
                symbol=_SYMBOLS.get(self._step, ""),
                findings=self._findings(),
                facts=self._facts(),
                can_store=self._step is Step.DONE and bool(self._scans) and not self._stored,
                stored=tr("Đã lưu thiết lập cho máy quét này.") if self._stored else "",
                prefix=self._profile.prefix,
                prefix_problem=self._prefix_problem,
                sound=self._profile.sound,
                flash=self._profile.flash,
            )
        )

    def _findings(self) -> tuple[Finding, ...]:
        faults = self._proposed().faults
        if self._step is not Step.DONE:
            scan = self._scans.get(self._step)
            faults = faults_of(_SYMBOLS[self._step], scan) if scan is not None else ()
        elif not self._scans:
            return (Finding(tr("Chưa nhận được lần quét nào."), tr(_NOTHING_CAME)),)
        elif not faults:
            return (Finding(tr("Máy quét gửi đúng mọi ký tự."), good=True),)
        return tuple(
            Finding(tr(FAULTS[each].what), tr(FAULTS[each].advice), harmless=each in HARMLESS)
            for each in faults
        )

    def _facts(self) -> tuple[str, ...]:
        if not self._scans:
            return ()
        proposed = self._proposed()
        facts = [tr(_MODES[proposed.mode])]
        if proposed.port:
            facts.append(proposed.port)
        if proposed.mode is Mode.KEYBOARD:
            facts.append(tr("{gap} ms mỗi ký tự").format(gap=proposed.gap))
            facts.append(tr(_ENDS[proposed.terminator]))
        return tuple(facts)


_TITLES = {
    Step.QR: "Bước 1: Mã QR",
    Step.BARS: "Bước 2: Mã vạch",
    Step.DONE: "Kết quả kiểm tra",
}
_ASKS = {
    Step.QR: "Quét mã QR này. Mã có đủ 134 chữ cái tiếng Việt có dấu.",
    Step.BARS: "Quét mã vạch này, giống mã trên giấy tiếp nhận.",
    Step.DONE: "Lưu thiết lập để chương trình nhận đúng máy quét này.",
}
_NOTHING_CAME = (
    "Kiểm tra dây cắm và đèn của máy quét, tăng độ sáng màn hình, rồi kiểm tra lại. "
    "Máy ở chế độ USB-COM cần được chọn cổng trong thiết lập."
)
_MODES = {
    Mode.KEYBOARD: "Chế độ bàn phím",
    Mode.SERIAL: "Chế độ USB-COM",
    Mode.FILE: "Từ tệp",
}
_ENDS = {
    "\r": "Cuối mã: Enter",
    "\n": "Cuối mã: xuống dòng",
    "\t": "Cuối mã: Tab",
    "": "Không có Enter",
}
