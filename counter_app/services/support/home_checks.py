"""The checks of an open home: data, numbers, calendar, forms, disk, server, clock."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from counter_app.config import Folders
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dates import shown_date, vietnam_time
from counter_app.domain.errors import CounterError
from counter_app.domain.money import grouped
from counter_app.i18n import tr
from counter_app.services.counter.catalogues import roles_refused
from counter_app.services.counter.data_state import restored_why
from counter_app.services.counter.workplace import Workplace
from counter_app.services.keeping.lost_books import lost_books
from counter_app.services.keeping.sealed_files import SealedFiles
from counter_app.services.support.finding import Finding, failed, guarded
from counter_app.wording.data_state import restored_words
from counter_app.wording.sentences import problem_words

LEAST_FREE = 1_000_000_000
"""Bytes: below it a copy of the store and a month of scanned papers may not find room."""

_SOON = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Reached:
    """What the server's answer told: its host, and how far this clock is off, if it said so."""

    host: str
    clock_off: timedelta | None = None
    is_off: bool = False


@dataclass(frozen=True, slots=True)
class Ground:
    """What is checked: an open home. `reach` asks the server, and raises when it can't."""

    folders: Folders
    place: Workplace
    files: SealedFiles
    reach: Callable[[], Reached]

    def today(self) -> datetime:
        """Return the present in Vietnam's time."""
        return vietnam_time(self.place.clock.now().at)


def home_checks(ground: Ground) -> Iterator[Finding]:
    """Yield what an open home tells, without asking the server."""
    checks: dict[str, Callable[[Ground], Finding]] = {
        tr("Dữ liệu"): _store,
        tr("Bản cũ chép lại"): _copied_back,
        tr("Sổ đã khóa"): _closed_books,
        tr("Số hồ sơ"): _numbers,
        tr("Lịch"): _calendar,
        tr("Vai trò"): _roles,
        tr("Biểu mẫu"): _forms,
        tr("Ổ đĩa"): _disk,
    }
    for what, check in checks.items():
        yield guarded(what, lambda check=check: check(ground))  # type: ignore[misc]


def server_checks(ground: Ground) -> Iterator[Finding]:
    """Yield what the server's answer tells: server and clock. May take as long as a line does."""
    what = tr("Máy chủ")
    try:
        reached = ground.reach()
    except CounterError as error:
        yield failed(what, error)
        return
    yield Finding(what, ok=True, found=reached.host)
    if reached.clock_off is None:
        return
    step = tr("chỉnh giờ của máy theo giờ mạng") if reached.is_off else ""
    seconds = abs(int(reached.clock_off.total_seconds()))
    found = tr("lệch {seconds} giây").format(seconds=seconds)
    yield Finding(tr("Đồng hồ"), ok=not reached.is_off, found=found, next=step)


def _store(ground: Ground) -> Finding:
    with ground.place.store.reading() as tx:
        counts = tx.deliveries.counts()
        entries = tx.journal.count()
    found = tr("{entries} bút toán, {waiting} chờ gửi, {need} cần xem").format(
        entries=entries, waiting=counts.to_send, need=counts.in_need
    )
    step = tr("mở danh sách “n có lỗi, cần xem” và xử lý từng dòng") if counts.in_need else ""
    return Finding(tr("Dữ liệu"), ok=not counts.in_need, found=found, next=step)


def _copied_back(ground: Ground) -> Finding:
    """Say whether these data were set back, and whether this machine would see it next time."""
    what = tr("Bản cũ chép lại")
    store = ground.place.store
    with store.reading() as tx:
        why = restored_why(tx)
    if why:
        found, step = restored_words(why)
        return Finding(what, ok=False, found=found, next=step)
    if store.is_witnessed():
        return Finding(what, ok=True, found=tr("không; máy này nhớ bút toán cuối của kho"))
    step = tr(
        "cho tài khoản này ghi vào {folder}; chưa ghi được thì vẫn làm việc, "
        "nhưng một thư mục cũ chép đè lên có thể không được nhận ra"
    ).format(folder=ground.folders.witness_folder)
    return Finding(what, ok=False, found=tr("máy này chưa nhớ được bút toán cuối"), next=step)


def _closed_books(ground: Ground) -> Finding:
    """Say whether each book that was closed here has its file."""
    what = tr("Sổ đã khóa")
    with ground.place.store.reading() as tx:
        closed = len(tx.own_acts.of_kind(Kind.BOOK_CLOSED))
    lost = lost_books(ground.place.store, ground.files)
    if not lost:
        found = tr("{count} sổ, đủ tệp").format(count=closed) if closed else tr("chưa có sổ nào")
        return Finding(what, ok=True, found=found)
    step = tr("lấy lại từ bản sao lưu (counter-app restore) hoặc từ USB nhật ký thứ hai")
    found = tr("thiếu tệp: {books}").format(books="; ".join(lost))
    return Finding(what, ok=False, found=found, next=step)


def _numbers(ground: Ground) -> Finding:
    today = ground.today().date()
    with ground.place.store.reading() as tx:
        blocks = tx.numbers.blocks(ground.place.enrolment.centre, day_from=today)
    left = sum(block.left for block in blocks if block.day == today)
    days = len({block.day for block in blocks if block.left})
    step = "" if left else tr("nối mạng một lần để nhận số; chưa có số thì quầy in phiếu tạm")
    found = tr("hôm nay còn {left}, sẵn cho {days} ngày").format(left=left, days=days)
    return Finding(tr("Số hồ sơ"), ok=left > 0, found=found, next=step)


def _calendar(ground: Ground) -> Finding:
    what, today = tr("Lịch"), ground.today().date()
    calendar = ground.place.reference.calendar
    years = calendar.unapproved_years(today.year, (today + _SOON).year)
    if years:
        named = ", ".join(str(year) for year in years)
        step = tr("cập nhật lịch khi tỉnh ban hành; ngày hẹn rơi vào năm đó được cảnh báo")
        found = tr("năm {years} chưa được duyệt").format(years=named)
        return Finding(what, ok=False, found=found, next=step)
    found = tr("phiên bản {version}, đã duyệt").format(version=calendar.version)
    return Finding(what, ok=True, found=found)


def _forms(ground: Ground) -> Finding:
    from counter_app.papers.fonts import choose_fonts
    from counter_app.services.forms.office_forms import Origin, office_forms
    from counter_app.services.forms.own import own_folder

    what, folder = tr("Biểu mẫu"), own_folder(ground.folders.store_file)
    known = office_forms(ground.place, folder, choose_fonts())
    origins = {
        Origin.SHIPPED: tr("kèm chương trình"),
        Origin.SENT: tr("tỉnh gửi về"),
        Origin.OWN: tr("của đơn vị"),
    }
    said = [
        tr("hôm nay in theo {form_set} ({origin})").format(
            form_set=each.form_set.id, origin=origins[each.origin]
        )
        for each in known.sets
        if each.is_todays
    ]
    said += [
        tr("{form_set} do {who} nhận{when}").format(
            form_set=each.form_set.id,
            who=each.taken.who or tr("ai không rõ"),
            when=_on(each.taken.at),
        )
        for each in known.sets
        if each.origin is Origin.OWN
    ]
    if not known.unusable:
        return Finding(what, ok=True, found="; ".join(said), stays_here=True)
    said.append(tr("không dùng được: {names}").format(names=", ".join(known.unusable)))
    file = folder / f"{known.unusable[0]}.json"
    step = tr("counter-app forms check {file}; sửa rồi nhận lại, hoặc bỏ").format(file=file)
    return Finding(what, ok=False, found="; ".join(said), next=step, stays_here=True)


def _roles(ground: Ground) -> Finding:
    """Say by which table of roles this counter works, and why not by the newest."""
    what = tr("Vai trò")
    found = tr("bảng {version}").format(version=ground.place.reference.roles.version)
    problems = roles_refused(ground.place.store)
    if not problems:
        return Finding(what, ok=True, found=found)
    said = tr("{found}; bảng mới tỉnh gửi chưa dùng được: {why}").format(
        found=found, why=" ".join(problem_words(each) for each in problems)
    )
    step = tr("báo quản trị tỉnh sửa bảng vai trò rồi gửi lại; bảng đang dùng vẫn có hiệu lực")
    return Finding(what, ok=False, found=said, next=step, code=problems[0].code)


def _on(moment: str) -> str:
    """Return " ngày 20/11/2026" for a moment of the note beside a form set, "" for no moment."""
    try:
        day = shown_date(datetime.fromisoformat(moment).date())
    except ValueError:
        return ""
    return tr(" ngày {day}").format(day=day)


def _disk(ground: Ground) -> Finding:
    what = tr("Ổ đĩa")
    try:
        free = shutil.disk_usage(ground.folders.home).free
    except OSError:
        step = tr("kiểm tra ổ đĩa của máy")
        return Finding(what, ok=False, found=tr("chưa hỏi được chỗ trống"), next=step)
    found = tr("còn trống {size} MB").format(size=grouped(free // 1_000_000))
    step = "" if free >= LEAST_FREE else tr("dọn bớt tệp khác khỏi ổ này, để còn ít nhất 1 GB")
    return Finding(what, ok=free >= LEAST_FREE, found=found, next=step)
