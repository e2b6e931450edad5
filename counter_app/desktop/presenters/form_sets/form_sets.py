"""Biểu mẫu: looks at form sets and their papers; a changed set is used once it has passed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from counter_app.desktop.jobs import Jobs
from counter_app.desktop.notice import Notice, NoticeKind, Notify, of_error
from counter_app.desktop.presenters.form_sets.sets_state import (
    BannerState,
    FormSetsState,
    FormSetsView,
)
from counter_app.desktop.presenters.print_settings.settings_state import Choice
from counter_app.domain.errors import CounterError
from counter_app.domain.form_sets import FormSet
from counter_app.i18n import tr
from counter_app.papers.trial.samples import SamplePaper, sample_papers
from counter_app.services.forms.checking import CheckReport
from counter_app.services.forms.office_forms import KnownSet, OfficeForms, Origin
from counter_app.services.printing.receipt_paper import Document
from counter_app.wording.forms import finding_words
from counter_app.wording.steps import FORMS

CANDIDATE = "\0read"
"""Key of the set that was read and isn't used; no set can be called so."""

MOST_FINDINGS = 6
"""Shown at once: who mends these sees the next ones."""

_ORIGINS = {
    Origin.SHIPPED: "Kèm chương trình",
    Origin.SENT: "Tỉnh gửi về",
    Origin.OWN: "Của đơn vị",
}


@dataclass(frozen=True, slots=True)
class FormActs:
    """What the page can have done, all but `preview` and `notify` away from the window.

    `sample` makes a paper of a set with sample data, with the longest ones when its last argument
    says so; `preview` shows it.
    """

    read: Callable[[], OfficeForms]
    sample: Callable[[FormSet, str, bool], Document]
    check: Callable[[Path], CheckReport]
    take: Callable[[CheckReport], str]
    back: Callable[[str], bool]
    preview: Callable[[Document, str], None]
    notify: Notify


class FormSetsPresenter:
    """Keeps which set is looked at, and the files that were read last."""

    def __init__(self, view: FormSetsView, jobs: Jobs, acts: FormActs) -> None:
        self._view = view
        self._jobs = jobs
        self._acts = acts
        self._known = OfficeForms(())
        self._report: CheckReport | None = None
        self._chosen = ""
        self._busy = False

    def refresh(self) -> None:
        """Read the sets anew: F5."""
        self._jobs.run(self._acts.read, self._read, self._failed)

    def choose(self, key: str) -> None:
        """Look at another set; what was wrong with the files read last is said no longer."""
        self._chosen = key
        if self._is_refused():
            self._report = None
        self._show()

    def preview(self, row: int, *, longest: bool = False) -> None:
        """Show the paper of `row` with sample data, ordinary or the longest that there are."""
        form_set, papers = self._form_set(), self._papers()
        if form_set is None or not 0 <= row < len(papers):
            return
        paper = papers[row]
        words = (
            tr("{paper} – nội dung dài nhất, {set}")
            if longest
            else tr("{paper} – dữ liệu mẫu, {set}")
        )
        title = words.format(paper=paper.name, set=form_set.id)
        self._jobs.run(
            lambda: self._acts.sample(form_set, paper.key, longest),
            lambda document: self._acts.preview(document, title),
            self._failed,
        )

    def check(self, path: Path) -> None:
        """Read and check a changed set; it is looked at before it is used."""
        if self._busy:
            return
        self._busy, self._report = True, None
        self._show()
        self._jobs.run(lambda: self._acts.check(path), self._checked, self._not_done)

    def take(self) -> bool:
        """Use the set that was read; False when there is none that passed."""
        report = self._report
        if self._busy or report is None or self._is_refused() or self._chosen != CANDIDATE:
            return False
        self._busy = True
        self._show()
        self._jobs.run(lambda: self._acts.take(report), self._taken, self._not_done)
        return True

    def ask_back(self) -> None:
        """Ask before the office's own set is left."""
        known = self._known_set()
        if known is None or known.origin is not Origin.OWN or self._busy:
            return
        words = (
            tr("Giấy in từ lúc ấy theo bộ kèm chương trình hoặc tỉnh gửi; nhật ký ghi lại.")
            if known.has_other
            else tr("Không có bộ nào khác mang mã này: giấy sẽ in theo bộ còn hiệu lực gần nhất.")
        )
        title = tr("Bỏ bộ biểu mẫu {id} của đơn vị?").format(id=known.form_set.id)
        self._view.ask_back(title, words)

    def go_back(self) -> None:
        """Leave the office's own set that is looked at."""
        known = self._known_set()
        if known is None or self._busy:
            return
        identifier = known.form_set.id
        self._jobs.run(lambda: self._acts.back(identifier), self._went_back, self._not_done)

    def _read(self, known: OfficeForms) -> None:
        self._known = known
        keys = {each.form_set.id for each in known.sets} | {CANDIDATE}
        if self._chosen not in keys or (self._chosen == CANDIDATE and self._report is None):
            todays = (each.form_set.id for each in known.sets if each.is_todays)
            self._chosen = next(todays, "")
        self._show()

    def _checked(self, report: CheckReport) -> None:
        self._busy, self._report = False, report
        if report.is_usable:
            self._chosen = CANDIDATE
        self._show()

    def _taken(self, identifier: str) -> None:
        self._busy, self._report, self._chosen = False, None, identifier
        self._acts.notify(
            Notice(
                tr("Đã nhận bộ biểu mẫu {id}.").format(id=identifier),
                tr("Giấy tiếp theo in theo bộ này; việc nhận đã ghi vào nhật ký."),
                icon="book",
            )
        )
        self.refresh()

    def _went_back(self, _: bool) -> None:
        self._acts.notify(
            Notice(
                tr("Đã bỏ bộ biểu mẫu của đơn vị."),
                tr("Giấy tiếp theo in theo bộ khác; tệp cũ được giữ, việc bỏ đã ghi vào nhật ký."),
                icon="book",
            )
        )
        self.refresh()

    def _not_done(self, error: CounterError) -> None:
        self._busy = False
        self._failed(error)
        self._show()

    def _failed(self, error: CounterError) -> None:
        self._acts.notify(of_error(error))

    def _known_set(self) -> KnownSet | None:
        if self._is_refused():
            return None
        return next((e for e in self._known.sets if e.form_set.id == self._chosen), None)

    def _form_set(self) -> FormSet | None:
        if self._is_refused():
            return None  # its faults take the place of papers
        if self._chosen == CANDIDATE:
            return self._report.form_set if self._report else None
        known = self._known_set()
        return known.form_set if known else None

    def _is_refused(self) -> bool:
        return self._report is not None and not self._report.is_usable

    def _papers(self) -> tuple[SamplePaper, ...]:
        form_set = self._form_set()
        return sample_papers(form_set) if form_set else ()

    def _show(self) -> None:
        form_set, known = self._form_set(), self._known_set()
        self._view.present(
            FormSetsState(
                sets=self._choices(),
                title=form_set.title if form_set else "",
                facts=_facts(form_set, known) if form_set else (),
                papers=_rows(self._papers()),
                banner=self._banner(),
                findings=_findings(self._report),
                take=tr("Dùng bộ này") if self._chosen == CANDIDATE and not self._busy else "",
                go_back=tr("Bỏ bộ của đơn vị…") if known and known.origin is Origin.OWN else "",
                busy=self._busy,
            )
        )

    def _choices(self) -> tuple[Choice, ...]:
        rows = [
            Choice(
                each.form_set.id,
                each.form_set.id,
                tr("hôm nay") if each.is_todays else tr(_ORIGINS[each.origin]),
                chosen=each.form_set.id == self._chosen,
            )
            for each in self._known.sets
        ]
        if self._report is not None and self._report.form_set and not self._is_refused():
            identifier = self._report.form_set.id
            chosen = self._chosen == CANDIDATE
            words = tr("{id}, vừa đọc").format(id=identifier)
            rows.append(Choice(CANDIDATE, words, tr("chưa dùng"), chosen=chosen))
        return tuple(rows)

    def _banner(self) -> BannerState | None:
        report = self._report
        if self._busy:
            return BannerState(tr("Đang kiểm tra: từng giấy được in thử với nội dung dài nhất…"))
        if report is not None and self._is_refused():
            return BannerState(
                tr("Chưa dùng được bộ biểu mẫu này: {count} chỗ cần sửa.").format(
                    count=len(report.wrong)
                ),
                tr("Bộ đang dùng vẫn nguyên. Sửa tệp rồi chọn lại."),
                is_bad=True,
            )
        if report is not None:
            rest = tr("Xem thử các giấy, rồi nhấn F9: giấy tiếp theo in theo bộ này.")
            return BannerState(tr("Bộ vừa đọc đạt mọi kiểm tra."), rest)
        if self._known.unusable:
            return unusable_words(self._known.unusable)
        return None


def unusable_words(names: tuple[str, ...]) -> BannerState:
    """Return what is said of sets that don't pass any more."""
    return BannerState(
        tr("Bộ biểu mẫu {names} hiện không dùng được.").format(names=", ".join(names)),
        tr("Giấy đang in theo bộ kèm chương trình; nhờ quản trị kiểm tra lại tệp."),
        is_bad=True,
    )


def unusable_notice(names: tuple[str, ...]) -> Notice:
    """Return the notice of them, for the beginning of a sitting."""
    said = unusable_words(names)
    return Notice(said.bold, said.rest, NoticeKind.WARN, "book")


def _rows(papers: tuple[SamplePaper, ...]) -> tuple[tuple[str, str], ...]:
    """Return name and number of each paper; two of one name are told apart by what they do."""
    names = Counter(each.name for each in papers)
    return tuple(
        (
            f"{each.name} ({tr(FORMS[each.form])})" if names[each.name] > 1 else each.name,
            each.number,
        )
        for each in papers
    )


def _facts(form_set: FormSet, known: KnownSet | None) -> tuple[tuple[str, str], ...]:
    origin = tr(_ORIGINS[known.origin]) if known else tr("Vừa đọc từ tệp, chưa dùng")
    facts = [
        (tr("Căn cứ"), form_set.basis),
        (tr("Có hiệu lực từ"), _day(form_set.effective_from)),
        (tr("Nguồn"), origin),
    ]
    if known and known.taken.who:
        when = _moment(known.taken.at)
        facts.append((tr("Người nhận"), f"{known.taken.who}, {when}" if when else known.taken.who))
    if known and known.taken.sha256:
        facts.append((tr("SHA-256 của tệp"), f"{known.taken.sha256[:16]}…"))
    if known and not known.is_used:
        facts.append((tr("Tình trạng"), tr("dùng từ lần mở chương trình sau")))
    return tuple(facts)


def _findings(report: CheckReport | None) -> tuple[str, ...]:
    if report is None:
        return ()
    found = report.doubtful if report.is_usable else report.wrong
    lines = [finding_words(each.file, each.place, each.problem) for each in found[:MOST_FINDINGS]]
    if len(found) > MOST_FINDINGS:
        lines.append(tr("… và {count} chỗ nữa.").format(count=len(found) - MOST_FINDINGS))
    return tuple(lines)


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _moment(text: str) -> str:
    try:
        return _day(datetime.fromisoformat(text).date())
    except ValueError:
        return ""
