"""`counter-app doctor`: is everything there that a counter needs, and if not, what next."""

from __future__ import annotations

import argparse
import platform
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata
from typing import TYPE_CHECKING

from counter_app.domain.errors import CounterError

if TYPE_CHECKING:
    from counter_app.app.home import Home

NAME = "doctor"
HELP = "khám máy: thành phần, phông, máy in, kho khóa, dữ liệu, máy chủ, đồng hồ, lịch, biểu mẫu"
EXAMPLES = ("counter-app doctor", "counter-app doctor --home D:/quay-1")

PARTS = (
    "PySide6-Essentials", "SQLAlchemy", "alembic", "sqlcipher3", "requests", "pydantic",
    "reportlab", "python-barcode", "segno", "pypdfium2", "cryptography", "argon2-cffi", "keyring",
    "truststore", "platformdirs", "fontpkg-be-vietnam-pro", "openpyxl", "XlsxWriter",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found: `ok`, what there is, and the next step when it isn't right."""

    what: str
    ok: bool
    found: str
    next: str = ""


def add(parser: argparse.ArgumentParser) -> None:
    """Add nothing."""
    del parser


def run(arguments: argparse.Namespace) -> int:
    """Print every check; 1 when one needs a step."""
    findings = [*machine_checks(), *_home_checks(arguments)]
    for each in findings:
        print(f"{'✓' if each.ok else '✗'} {each.what:14} {each.found}")
        if each.next:
            print(f"  {'':14} → {each.next}")
    return 0 if all(each.ok for each in findings) else 1


def machine_checks() -> Iterator[Finding]:
    """Yield what can be told without a home."""
    yield _parts()
    yield _fonts()
    yield _printer()
    yield _keyring()


def home_checks(home: Home) -> Iterator[Finding]:
    """Yield what an open home tells."""
    yield _guarded("Dữ liệu", _store, home)
    yield _guarded("Bản cũ chép lại", _copied_back, home)
    yield _guarded("Sổ đã khóa", _closed_books, home)
    yield _guarded("Số hồ sơ", _numbers, home)
    yield _guarded("Lịch", _calendar, home)
    yield _guarded("Biểu mẫu", _forms, home)
    yield from _server_and_clock(home)


def _home_checks(arguments: argparse.Namespace) -> Iterator[Finding]:
    from counter_app.app.home import open_home

    try:
        with open_home(arguments.home, plain_store=arguments.plain_store) as home:
            yield from home_checks(home)
    except CounterError as error:
        yield _failed("Dữ liệu", error)


def _failed(what: str, error: CounterError) -> Finding:
    from counter_app.wording.sentences import halves

    found, step = halves(error)
    return Finding(what, ok=False, found=found, next=step)


def _guarded(what: str, check: Callable[[Home], Finding], home: Home) -> Finding:
    try:
        return check(home)
    except CounterError as error:
        return _failed(what, error)


def _parts() -> Finding:
    missing = []
    for name in PARTS:
        try:
            metadata.version(name)
        except metadata.PackageNotFoundError:
            missing.append(name)
    python = f"Python {platform.python_version()}, {platform.system()} {platform.release()}"
    if missing:
        step = "cài lại chương trình, hoặc: pip install -c installer/constraints.txt ."
        return Finding("Thành phần", ok=False, found=f"thiếu {', '.join(missing)}", next=step)
    qt = metadata.version("PySide6-Essentials")
    if sys.version_info < (3, 12) and qt.startswith("6.12"):
        step = "cài PySide6-Essentials 6.11: bản 6.12 tự tắt trên Python 3.11"
        return Finding("Thành phần", ok=False, found=f"Qt {qt} trên {python}", next=step)
    return Finding("Thành phần", ok=True, found=f"đủ {len(PARTS)}; {python}; Qt {qt}")


def _fonts() -> Finding:
    from counter_app.papers.fonts import choose_fonts

    try:
        fonts = choose_fonts()
    except CounterError as error:
        return _failed("Phông giấy tờ", error)
    if fonts.is_fallback:
        step = "cài fonts-liberation2 (Linux) hoặc Times New Roman để giấy đúng khổ chữ"
        return Finding("Phông giấy tờ", ok=False, found=f"{fonts.family} (thay thế)", next=step)
    return Finding("Phông giấy tờ", ok=True, found=f"{fonts.family}, đủ 134 chữ có dấu")


def _printer() -> Finding:
    from counter_app.devices.system_printers import printers

    found = printers()
    if found.names:
        return Finding("Máy in", ok=True, found=", ".join(found.names))
    step = "cài máy in trong hệ điều hành; trong lúc chờ, giấy được lưu thành tệp PDF"
    what = "chưa có máy in nào" if found.asked else "hệ thống chưa có dịch vụ in"
    return Finding("Máy in", ok=False, found=what, next=step)


def _keyring() -> Finding:
    from counter_app.vault.os_keyring import OsKeyring

    try:
        name = OsKeyring("counter-app/doctor").require()
    except CounterError as error:
        return _failed("Kho khóa", error)
    return Finding("Kho khóa", ok=True, found=name)


def _store(home: Home) -> Finding:
    with home.store.reading() as tx:
        counts = tx.deliveries.counts()
        entries = tx.journal.count()
    found = f"{entries} bút toán, {counts.to_send} chờ gửi, {counts.in_need} cần xem"
    step = "mở danh sách “n có lỗi, cần xem” và xử lý từng dòng" if counts.in_need else ""
    return Finding("Dữ liệu", ok=not counts.in_need, found=found, next=step)


def _copied_back(home: Home) -> Finding:
    """Say whether these data were set back, and whether this machine would see it next time."""
    from counter_app.services.counter.data_state import restored_why
    from counter_app.wording.data_state import restored_words

    what = "Bản cũ chép lại"
    with home.store.reading() as tx:
        why = restored_why(tx)
    if why:
        found, step = restored_words(why)
        return Finding(what, ok=False, found=found, next=step)
    if home.store.is_witnessed():
        return Finding(what, ok=True, found="không; máy này nhớ bút toán cuối của kho")
    step = (
        f"cho tài khoản này ghi vào {home.folders.witness_folder}; chưa ghi được thì vẫn làm việc, "
        "nhưng một thư mục cũ chép đè lên có thể không được nhận ra"
    )
    return Finding(what, ok=False, found="máy này chưa nhớ được bút toán cuối", next=step)


def _closed_books(home: Home) -> Finding:
    """Say whether each book that was closed here has its file."""
    from counter_app.domain.acts.kinds import Kind
    from counter_app.services.keeping.lost_books import lost_books

    what = "Sổ đã khóa"
    with home.store.reading() as tx:
        closed = len(tx.own_acts.of_kind(Kind.BOOK_CLOSED))
    lost = lost_books(home.store, home.files)
    if not lost:
        return Finding(what, ok=True, found=f"{closed} sổ, đủ tệp" if closed else "chưa có sổ nào")
    step = "lấy lại từ bản sao lưu (counter-app restore) hoặc từ USB nhật ký thứ hai"
    return Finding(what, ok=False, found=f"thiếu tệp: {'; '.join(lost)}", next=step)


def _numbers(home: Home) -> Finding:
    from counter_app.domain.dates import vietnam_time

    today = vietnam_time(home.clock.now().at).date()
    centre = home.enrolment().centre
    with home.store.reading() as tx:
        blocks = tx.numbers.blocks(centre, day_from=today)
    left = sum(block.left for block in blocks if block.day == today)
    days = len({block.day for block in blocks if block.left})
    step = "" if left else "nối mạng một lần để nhận số; chưa có số thì quầy in phiếu tạm"
    found = f"hôm nay còn {left}, sẵn cho {days} ngày"
    return Finding("Số hồ sơ", ok=left > 0, found=found, next=step)


def _calendar(home: Home) -> Finding:
    from datetime import timedelta

    from counter_app.domain.dates import vietnam_time

    today = vietnam_time(home.clock.now().at).date()
    calendar = home.reference().calendar
    years = calendar.unapproved_years(today.year, (today + timedelta(days=60)).year)
    if years:
        named = ", ".join(str(year) for year in years)
        step = "cập nhật lịch khi tỉnh ban hành; ngày hẹn rơi vào năm đó được cảnh báo"
        return Finding("Lịch", ok=False, found=f"năm {named} chưa được duyệt", next=step)
    return Finding("Lịch", ok=True, found=f"phiên bản {calendar.version}, đã duyệt")


def _forms(home: Home) -> Finding:
    from counter_app.papers.fonts import choose_fonts
    from counter_app.services.forms.office_forms import Origin, office_forms
    from counter_app.services.forms.own import own_folder

    folder = own_folder(home.folders.store_file)
    known = office_forms(home.workplace(), folder, choose_fonts())
    origins = {
        Origin.SHIPPED: "kèm chương trình",
        Origin.SENT: "tỉnh gửi về",
        Origin.OWN: "của đơn vị",
    }
    said = [
        f"hôm nay in theo {each.form_set.id} ({origins[each.origin]})"
        for each in known.sets
        if each.is_todays
    ]
    said += [
        f"{each.form_set.id} do {each.taken.who or 'ai không rõ'} nhận{_on(each.taken.at)}"
        for each in known.sets
        if each.origin is Origin.OWN
    ]
    if not known.unusable:
        return Finding("Biểu mẫu", ok=True, found="; ".join(said))
    said.append(f"không dùng được: {', '.join(known.unusable)}")
    step = f"counter-app forms check {folder / known.unusable[0]}.json; sửa rồi nhận lại, hoặc bỏ"
    return Finding("Biểu mẫu", ok=False, found="; ".join(said), next=step)


def _on(moment: str) -> str:
    """Return " ngày 20/11/2026" for a moment of the note beside a form set, "" for no moment."""
    from datetime import datetime

    from counter_app.domain.dates import shown_date

    try:
        return f" ngày {shown_date(datetime.fromisoformat(moment).date())}"
    except ValueError:
        return ""


def _server_and_clock(home: Home) -> Iterator[Finding]:
    from counter_app.sync.clock import offset_of

    try:
        gateway = home.gateway()
        gateway.ping()
    except CounterError as error:
        yield _failed("Máy chủ", error)
        return
    yield Finding("Máy chủ", ok=True, found=gateway.host)
    heard = gateway.heard
    if heard is None:
        return
    offset = offset_of(heard)
    step = "chỉnh giờ của máy theo giờ mạng" if offset.is_yellow else ""
    seconds = abs(int(offset.difference.total_seconds()))
    yield Finding("Đồng hồ", ok=not offset.is_yellow, found=f"lệch {seconds} giây", next=step)
