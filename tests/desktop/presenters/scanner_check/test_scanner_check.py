"""The check names what is wrong with a scanner, and keeps what it learnt."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field, replace
from datetime import date, datetime

import pytest

from counter_app.desktop.presenters.scanner_check.check_state import ScannerCheckState, Step
from counter_app.desktop.presenters.scanner_check.fault_words import FAULTS, tamper_words
from counter_app.desktop.presenters.scanner_check.faults import faults_of
from counter_app.desktop.presenters.scanner_check.samples import SHOWN_BARS, SHOWN_QR
from counter_app.desktop.presenters.scanner_check.scanner_check import ScannerCheckPresenter
from counter_app.desktop.scanning.profile import Fault, Mode, ScannerProfile
from counter_app.desktop.scanning.raw_scan import Damage, RawScan
from counter_app.domain.dates import VIETNAM
from counter_app.domain.text import MARKED_LETTERS

AT = datetime(2026, 11, 20, 9, 14, tzinfo=VIETNAM)
GOOD = RawScan(SHOWN_QR, "keyboard", 700.0, (), AT, SHOWN_QR, 3.0, 9.0, "\r")


def through_437(text: str) -> str:
    return "".join(
        char if char.isascii() else bytes((ord(char) % 256,)).decode("cp437") for char in text
    )


def without(sign: str) -> str:
    return "".join(sign if char in MARKED_LETTERS else char for char in SHOWN_QR)


@pytest.mark.parametrize(
    ("scan", "faults"),
    [
        (GOOD, ()),
        (replace(GOOD, text=unicodedata.normalize("NFD", SHOWN_QR)), (Fault.MOJIBAKE,)),
        (replace(GOOD, text=SHOWN_QR.encode().decode("latin-1")), (Fault.MOJIBAKE,)),
        (replace(GOOD, text=through_437(SHOWN_QR)), (Fault.ALT_437,)),
        (replace(GOOD, text=through_437(SHOWN_QR).replace("\x08", "")), (Fault.ALT_437,)),
        (replace(GOOD, text=without("")), (Fault.LETTERS_DROPPED,)),
        (replace(GOOD, text=without("?")), (Fault.LETTERS_DROPPED,)),
        (replace(GOOD, text=SHOWN_QR[:60]), (Fault.CUT,)),
        (replace(GOOD, text=SHOWN_QR[10:]), (Fault.CUT,)),
        (replace(GOOD, text="https://example.vn"), (Fault.OTHER_TEXT,)),
        (replace(GOOD, terminator=""), (Fault.NO_TERMINATOR,)),
        (replace(GOOD, gap=22.0), (Fault.SLOW,)),
        (replace(GOOD, widest=70.0), (Fault.SLOW,)),
        (replace(GOOD, damage=(Damage.LAYOUT,)), (Fault.LAYOUT,)),
        (replace(GOOD, damage=(Damage.CAPS_LOCK,)), (Fault.CAPS_LOCK,)),
        (replace(GOOD, damage=(Damage.ALT_CODES,)), ()),
        (replace(GOOD, text="x", damage=(Damage.IME_KEYS,)), (Fault.IME_HOOK,)),
        (replace(GOOD, text="x", damage=(Damage.PREEDIT,)), (Fault.PREEDIT,)),
        (replace(GOOD, device="serial:COM3", terminator="", gap=0.0), ()),
    ],
)
def test_each_fault_is_named(scan: RawScan, faults: tuple[Fault, ...]) -> None:
    assert faults_of(SHOWN_QR, scan) == faults


def test_every_fault_has_words() -> None:
    assert set(FAULTS) == set(Fault)


@dataclass
class Page:
    """A view and a store in memory."""

    states: list[ScannerCheckState] = field(default_factory=list)
    kept: dict[str, ScannerProfile] = field(default_factory=dict)
    told: list[ScannerProfile] = field(default_factory=list)

    def present(self, state: ScannerCheckState) -> None:
        self.states.append(state)

    def get(self, name: str) -> ScannerProfile | None:
        return self.kept.get(name)

    def put(self, profile: ScannerProfile) -> None:
        self.kept[profile.name] = profile

    @property
    def now(self) -> ScannerCheckState:
        return self.states[-1]


@pytest.fixture
def page() -> Page:
    return Page()


@pytest.fixture
def presenter(page: Page) -> ScannerCheckPresenter:
    presenter = ScannerCheckPresenter(page, page, AT.date, page.told.append)
    presenter.begin()
    return presenter


def bars(scan: RawScan) -> RawScan:
    return replace(scan, text=SHOWN_BARS)


def test_a_good_scanner(page: Page, presenter: ScannerCheckPresenter) -> None:
    assert (page.now.step, page.now.symbol, page.now.can_store) == (Step.QR, SHOWN_QR, False)
    presenter.take(replace(GOOD, damage=(Damage.ALT_BYTES,)))
    assert (page.now.step, page.now.symbol) == (Step.BARS, SHOWN_BARS)
    presenter.take(bars(replace(GOOD, gap=4.4)))
    assert page.now.step is Step.DONE
    assert [finding.good for finding in page.now.findings] == [True]
    assert page.now.facts == ("Chế độ bàn phím", "4 ms mỗi ký tự", "Cuối mã: Enter")
    assert page.now.can_store
    presenter.store()
    assert (page.now.can_store, page.now.stored != "") == (False, True)
    profile = ScannerProfile(
        gap=4, terminator="\r", layout="us", alt="bytes", checked_on=date(2026, 11, 20)
    )
    assert page.kept == {"keyboard": profile}
    assert page.told == [profile]


def test_a_fault_keeps_the_step_until_it_is_gone(
    page: Page, presenter: ScannerCheckPresenter
) -> None:
    presenter.take(replace(GOOD, text="x", damage=(Damage.IME_KEYS,)))
    assert page.now.step is Step.QR
    assert page.now.findings[0].what == FAULTS[Fault.IME_HOOK].what
    presenter.take(GOOD)
    assert (page.now.step, page.now.findings) == (Step.BARS, ())


def test_faults_that_stay_are_kept(page: Page, presenter: ScannerCheckPresenter) -> None:
    presenter.take(replace(GOOD, terminator=""))
    presenter.go_on()
    presenter.take(bars(replace(GOOD, terminator="")))
    presenter.go_on()
    assert [finding.harmless for finding in page.now.findings] == [True]
    presenter.store()
    assert page.kept["keyboard"].faults == (Fault.NO_TERMINATOR,)


def test_nothing_came(page: Page, presenter: ScannerCheckPresenter) -> None:
    presenter.go_on()
    presenter.go_on()
    assert not page.now.can_store
    assert "Chưa nhận được" in page.now.findings[0].what
    presenter.take(GOOD)
    assert page.now.step is Step.DONE
    presenter.begin()
    assert page.now.step is Step.QR


def test_another_device_gets_its_own_profile(page: Page, presenter: ScannerCheckPresenter) -> None:
    page.kept["serial:COM3"] = ScannerProfile("serial:COM3", Mode.SERIAL, "COM3", sound=False)
    presenter.take(replace(GOOD, device="serial:COM3"))
    assert not page.now.sound
    presenter.take(bars(replace(GOOD, device="serial:COM4")))
    presenter.store()
    assert page.kept["serial:COM4"].mode is Mode.SERIAL
    assert page.kept["serial:COM4"].port == "COM4"


def test_a_prefix_that_nobody_told_is_learnt(page: Page, presenter: ScannerCheckPresenter) -> None:
    presenter.take(replace(GOOD, text="~" + SHOWN_QR))
    assert (page.now.step, page.now.prefix) == (Step.BARS, "~")


@pytest.mark.parametrize(("text", "taken"), [("~", True), ("", True), ("a", False), ("1", False)])
def test_a_prefix_is_a_rare_character(
    page: Page, presenter: ScannerCheckPresenter, text: str, taken: bool
) -> None:
    presenter.set_prefix(text)
    assert (page.now.prefix_problem == "") is taken
    assert page.now.prefix == (text if taken else "")


def test_sound_and_flash(page: Page, presenter: ScannerCheckPresenter) -> None:
    presenter.set_sound(False)
    presenter.set_flash(False)
    assert (page.now.sound, page.now.flash) == (False, False)


@pytest.mark.parametrize(
    ("text", "damage", "kept", "press"),
    [
        (SHOWN_QR, Damage.IME_KEYS, "12 số định danh", "Ctrl+Shift"),
        ("H26", Damage.PREEDIT, "Chưa có gì", "Windows"),
    ],
)
def test_the_banner_says_what_was_kept_and_what_to_press(
    text: str, damage: Damage, kept: str, press: str
) -> None:
    words = tamper_words(replace(GOOD, text=text, damage=(damage,)))
    assert kept in words.rest
    assert press in words.rest
