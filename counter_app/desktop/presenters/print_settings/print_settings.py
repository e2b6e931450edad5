"""Thiết lập in: every choice is kept at once; a test page shows on paper what it means."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from counter_app.desktop.jobs import Jobs
from counter_app.desktop.notice import Notify, of_error
from counter_app.desktop.presenters.print_settings.settings_state import (
    Choice,
    PrintSettingsState,
    PrintSettingsView,
    TypedPart,
)
from counter_app.desktop.printing.outcome import Printing, PrintKind, PrintOutcome
from counter_app.domain.errors import CounterError
from counter_app.i18n import tr
from counter_app.papers.documents import Layout
from counter_app.services.printing.print_setup import Found, FoundPrinter
from counter_app.services.printing.profiles import (
    FARTHEST,
    FORMS,
    LETTER,
    MOST_COPIES,
    PaperChoice,
    PrintProfile,
)
from counter_app.services.printing.receipt_paper import (
    PROVISIONAL,
    RECEIPT,
    RESULT_SLIP,
    Document,
)
from counter_app.wording.sentences import halves

FORM_WORDS = {
    RECEIPT: "Giấy tiếp nhận và hẹn trả",
    PROVISIONAL: "Phiếu tạm (chưa có mã chính thức)",
    RESULT_SLIP: "Giấy biên nhận trả kết quả",
    LETTER: "Các phiếu, thông báo khác",
}
PAPER_WORDS = {
    PaperChoice.TWO_A5_ON_A4: "Hai liên A5 trên một tờ A4",
    PaperChoice.A5: "Hai tờ A5",
}
TO_FILE = "\0file"
"""Key of the choice without a printer; no queue can be called so."""

SILENT, PREVIEWED = "silent", "previewed"
"""Keys of what comes before a print."""

_CAME = (PrintKind.DONE, PrintKind.FILE)


@dataclass(frozen=True, slots=True)
class SettingsActs:
    """What the page can have done.

    `found` asks the print service, `keep` stores a profile, `test_page` makes the page for a form,
    a layout and a printer's name: all three away from the window. `changed` tells the printers
    that a profile is another one now.
    """

    found: Callable[[], Found]
    keep: Callable[[str, PrintProfile], None]
    test_page: Callable[[str, Layout, str], Document]
    printing: Printing
    changed: Callable[[], None]
    notify: Notify


class PrintSettings:
    """Keeps the profiles that are shown; what can't be taken stays typed, with a sentence."""

    def __init__(self, view: PrintSettingsView, jobs: Jobs, acts: SettingsActs) -> None:
        self._view = view
        self._jobs = jobs
        self._acts = acts
        self._found: Found | None = None
        self._profiles: dict[str, PrintProfile] = {}
        self._form = RECEIPT
        self._typed: dict[str, TypedPart] = {}
        self._testing = False
        self._tested, self._came = "", True

    def refresh(self) -> None:
        """Look for the printers anew: F5."""
        self._show()
        self._jobs.run(self._acts.found, self._take, self._failed)

    def choose_form(self, form: str) -> None:
        """Show the profile of `form`."""
        self._form, self._typed, self._tested = form, {}, ""
        self._show()

    def choose_printer(self, key: str) -> None:
        """Take the printer `key`: a queue, "" for the system's default, TO_FILE for none."""
        if key == TO_FILE:
            self._change(to_file=True)
        else:
            self._change(to_file=False, printer=key, tray="")

    def choose_tray(self, key: str) -> None:
        """Take a tray; "" lets the printer choose."""
        self._change(tray=key)

    def choose_paper(self, key: str) -> None:
        """Take how the copies lie on the paper."""
        self._change(paper=PaperChoice(key))

    def choose_way(self, key: str) -> None:
        """Print without a preview (SILENT), or with one."""
        self._change(silent=key == SILENT)

    def type_copies(self, text: str) -> None:
        """Take how many sets come out."""
        number = int(text) if text.isdecimal() and len(text) < 3 else 0
        if 1 <= number <= MOST_COPIES:
            self._typed.pop("copies", None)
            self._change(copies=number)
        else:
            words = tr("Từ 1 đến {most}.").format(most=MOST_COPIES)
            self._refuse("copies", text, words)

    def type_right(self, text: str) -> None:
        """Take by how many millimetres the print moves to the right."""
        self._type_move("right", text)

    def type_down(self, text: str) -> None:
        """Take by how many millimetres the print moves down."""
        self._type_move("down", text)

    def test(self) -> bool:
        """Print a test page by the profile shown; False while another one is on its way."""
        if self._testing or self._found is None or self._typed:
            return False
        self._testing, self._tested = True, ""
        self._show()
        form, profile = self._form, self._profiles[self._form]
        name = profile.printer or self._found.default

        def made(document: Document) -> None:
            title = tr("Trang in thử {form}").format(form=tr(FORM_WORDS[form]))
            self._acts.printing.print(document, title, self._printed)

        self._jobs.run(
            lambda: self._acts.test_page(form, profile.layout, name), made, self._not_tested
        )
        return True

    def _type_move(self, name: str, text: str) -> None:
        tenths = tenths_of(text)
        if tenths is None:
            words = tr("Từ -{most} đến {most}.").format(most=FARTHEST // 10)
            self._refuse(name, text, words)
        else:
            self._typed.pop(name, None)
            self._change(**{name: tenths})

    def _refuse(self, name: str, text: str, words: str) -> None:
        self._typed[name] = TypedPart(text, words)
        self._show()

    def _change(self, **changes: object) -> None:
        before = self._profiles.get(self._form)
        if before is None:
            return
        profile = dataclasses.replace(before, **changes)  # type: ignore[arg-type]
        if profile == before:
            self._show()
            return
        form = self._form
        self._profiles[form] = profile
        self._show()
        self._jobs.run(
            lambda: self._acts.keep(form, profile), lambda _: self._acts.changed(), self._failed
        )

    def _take(self, found: Found) -> None:
        self._found = found
        self._profiles = dict(found.profiles)
        self._show()

    def _printed(self, outcome: PrintOutcome) -> None:
        self._testing = False
        self._tested, self._came = _tested_words(outcome), outcome.kind in _CAME
        self._show()
        self._jobs.run(self._acts.found, self._take, self._failed)  # what stood there may be old

    def _not_tested(self, error: CounterError) -> None:
        self._testing = False
        self._tested, self._came = " ".join(halves(error)), False
        self._show()

    def _failed(self, error: CounterError) -> None:
        self._acts.notify(of_error(error))

    def _show(self) -> None:
        forms = tuple(
            Choice(form, tr(FORM_WORDS[form]), chosen=form == self._form) for form in FORMS
        )
        found, profile = self._found, self._profiles.get(self._form)
        if found is None or profile is None:
            self._view.present(PrintSettingsState(forms))
            return
        printers = _printers(found, profile)
        here = _printer(found, profile)
        trays = _trays(here, profile)
        self._view.present(
            PrintSettingsState(
                forms,
                printers=printers,
                printer=_chosen(printers),
                trays=trays,
                tray=_chosen(trays),
                papers=_papers(here, profile),
                copies=self._typed.get("copies", TypedPart(str(profile.copies))),
                right=self._typed.get("right", TypedPart(mm_words(profile.right))),
                down=self._typed.get("down", TypedPart(mm_words(profile.down))),
                ways=_ways(profile),
                trouble=_as_sentence(found.trouble) or _trouble(profile, here),
                test_reason=self._test_reason(),
                tested=self._tested,
                came=self._came,
                reading=False,
            )
        )

    def _test_reason(self) -> str:
        if self._testing:
            return tr("Đang in trang thử…")
        return tr("Còn ô nhập chưa đúng.") if self._typed else ""


def _tested_words(outcome: PrintOutcome) -> str:
    """Return what became of a test page: no dossier is behind it, and no F10."""
    if outcome.kind is PrintKind.FAILED:
        return tr("Trang thử chưa ra: {why}. Sửa xong thì in thử lại.").format(why=outcome.short)
    if outcome.kind is PrintKind.UNCONFIRMED:
        return tr("Máy in không báo đã in xong. Xem ở máy in: trang thử có ra không?")
    return outcome.words


def tenths_of(text: str) -> int | None:
    """Return a typed length in tenths of a millimetre: "1,5", "-2", "0.3 mm"; None for others."""
    bare = text.strip().removesuffix("mm").strip().replace(",", ".").replace("−", "-") or "0"
    try:
        tenths = Decimal(bare) * 10
    except InvalidOperation:
        return None
    if not tenths.is_finite() or tenths != tenths.to_integral_value() or abs(tenths) > FARTHEST:
        return None
    return int(tenths)


def mm_words(tenths: int) -> str:
    """Return tenths of a millimetre as typed: 15 → "1,5", −20 → "-2"."""
    whole, rest = divmod(abs(tenths), 10)
    sign = "-" if tenths < 0 else ""
    return f"{sign}{whole},{rest}" if rest else f"{sign}{whole}"


def _printer(found: Found, profile: PrintProfile) -> FoundPrinter | None:
    name = "" if profile.to_file else profile.printer or found.default
    return next((each for each in found.printers if each.name == name), None)


def _printers(found: Found, profile: PrintProfile) -> tuple[Choice, ...]:
    default = found.default or tr("chưa có")
    choices = [
        Choice(
            "",
            tr("Máy in mặc định ({name})").format(name=default),
            chosen=not profile.to_file and not profile.printer,
        )
    ]
    known = {each.name for each in found.printers}
    for each in found.printers:
        chosen = not profile.to_file and each.name == profile.printer
        choices.append(Choice(each.name, each.name, each.fault, chosen=chosen))
    if profile.printer and profile.printer not in known and not profile.to_file:
        gone = tr("không còn trên máy này")
        choices.append(Choice(profile.printer, profile.printer, gone, chosen=True))
    choices.append(Choice(TO_FILE, tr("Không in, lưu thành tệp PDF"), chosen=profile.to_file))
    return tuple(choices)


def _trays(here: FoundPrinter | None, profile: PrintProfile) -> tuple[Choice, ...]:
    names = here.trays if here else ()
    first = Choice("", tr("Máy in tự chọn"), chosen=profile.tray not in names)
    return (first, *(Choice(name, name, chosen=name == profile.tray) for name in names if name))


def _papers(here: FoundPrinter | None, profile: PrintProfile) -> tuple[Choice, ...]:
    lacks = here.lacks if here else frozenset()
    return tuple(
        Choice(
            paper.value,
            tr(words),
            tr("máy in không nhận") if paper in lacks else "",
            chosen=paper is profile.paper,
        )
        for paper, words in PAPER_WORDS.items()
    )


def _ways(profile: PrintProfile) -> tuple[Choice, ...]:
    return (
        Choice(SILENT, tr("In ngay, không xem trước"), chosen=profile.silent),
        Choice(PREVIEWED, tr("Xem trước rồi in"), chosen=not profile.silent),
    )


def _trouble(profile: PrintProfile, here: FoundPrinter | None) -> str:
    if profile.to_file:
        return ""
    if here is None:
        name = profile.printer
        if not name:
            return tr("Chưa có máy in mặc định: chọn máy in, hoặc giấy được lưu thành tệp PDF.")
        return tr("Máy tính này không còn máy in {name}.").format(name=name)
    if profile.paper in here.lacks:
        return tr("Máy in {name} không nhận khổ giấy đã chọn.").format(name=here.name)
    return _as_sentence(here.fault)


def _as_sentence(fault: str) -> str:
    """Return the few words of a fault as a line of their own."""
    return fault[:1].upper() + fault[1:] + "." if fault else ""


def _chosen(choices: tuple[Choice, ...]) -> str:
    return next((each.words for each in choices if each.chosen), "")
