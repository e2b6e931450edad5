"""The support bundle (gói hỗ trợ): what somebody far away must know of this machine, and no more.

No entry's body, no name, no number of a person goes in. Each part is text that an officer can read
before the bundle is saved: what is shown is what is sealed, letter by letter.
"""

from __future__ import annotations

import os
import platform
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import datetime
from pathlib import Path

from counter_app import __version__
from counter_app.config import Folders, Settings
from counter_app.i18n import tr
from counter_app.services.counter.data_state import data_state
from counter_app.services.counter.workplace import Workplace
from counter_app.services.support.crash_report import PATTERN, short_path
from counter_app.services.support.finding import Finding
from counter_app.services.support.log_file import log_files
from counter_app.services.support.machine_checks import versions
from counter_app.services.support.masking import HIDDEN_NUMBER
from counter_app.store.views.row_counts import row_counts

CRASH_FILE = "crash.txt"
_SHOWN = frozenset({"server_url"})
"""Settings of free text that are shown. Of others only whether they are set: folders, queues and
counters may be called after somebody, and what a setting of tomorrow holds nobody knows."""

_LONG_NUMBER = re.compile(r"\d(?:[\W_]{0,3}\d){8,}")
_FILE = re.compile(r'File "([^"]*)"')
_LOG_HEAD = len("2026-01-01 00:00:00.000 +07 ")


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a bundle. `name` is its file name, `title` what an officer calls it."""

    name: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Bundle:
    """What goes into one file. `device` is "" for a machine whose home couldn't be opened."""

    device: str
    made_at: datetime
    parts: tuple[Part, ...]

    @property
    def file_name(self) -> str:
        """The name that the sealed file gets."""
        return f"ho-tro-{self.device or 'may-moi'}-{self.made_at:%Y%m%d-%H%M}.goi"

    @property
    def text(self) -> str:
        """All parts, one after the other, as somebody reads them."""
        return "\n\n".join(
            f"=== {part.title} ({part.name}) ===\n{part.text}" for part in self.parts
        )


def bundle_of(
    folders: Folders,
    settings: Settings,
    findings: Iterable[Finding],
    now: datetime,
    place: Workplace | None,
    trouble: str = "",
) -> Bundle:
    """Return the bundle of this machine. `place` None: the home couldn't be opened.

    `trouble` is the code of the error that kept it shut. Raises StoreError.
    """
    parts = [
        Part("01-may.txt", tr("Máy và phiên bản"), _machine(folders, now, place, trouble)),
        Part("02-kham-may.txt", tr("Kết quả kiểm tra máy"), _checks(findings)),
        Part("03-cai-dat.txt", tr("Cài đặt, không có mật khẩu và khóa"), _settings(settings)),
    ]
    if place is not None:
        parts.append(Part("04-kho.txt", tr("Kho dữ liệu: số dòng mỗi bảng"), _store(place)))
        parts.append(Part("05-hang-cho.txt", tr("Hàng chờ gửi: trạng thái"), _queue(place)))
    parts += _files(folders.log_dir)
    return Bundle(place.enrolment.device if place else "", now, tuple(parts))


def _machine(folders: Folders, now: datetime, place: Workplace | None, trouble: str) -> str:
    rows = [
        ("program", __version__),
        ("python", platform.python_version()),
        ("system", f"{platform.system()} {platform.release()} {platform.machine()}"),
        ("processors", str(os.cpu_count() or "?")),
        ("now", f"{now:%Y-%m-%d %H:%M:%S %z}"),
        ("system_clock", f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S %z}"),
    ]
    if trouble:
        rows.append(("home", trouble))
    if place is not None:
        enrolment = place.enrolment
        rows += [
            ("device", enrolment.device),
            ("epoch", str(enrolment.epoch)),
            ("centre", enrolment.centre),
            ("counter", enrolment.counter),
            ("practice", str(enrolment.practice).lower()),
            ("clock_quality", place.clock.now().quality.value),
        ]
        rows += [(f"catalogue_{name}", version) for name, version in place.reference.versions]
    rows += [(f"bytes_{path.name}", str(path.stat().st_size)) for path in _beside(folders)]
    rows += [(f"disk_{name}", str(size)) for name, size in _disk(folders.home)]
    rows += [(name, version or "-") for name, version in versions()]
    return _table(rows)


def _beside(folders: Folders) -> list[Path]:
    own = (folders.store_file, folders.drafts_file, folders.key_file, folders.recovery_file)
    return [path for path in own if path.is_file()]


def _disk(home: Path) -> Iterator[tuple[str, int]]:
    try:
        usage = shutil.disk_usage(home)
    except OSError:
        return
    yield "total", usage.total
    yield "free", usage.free


def _checks(findings: Iterable[Finding]) -> str:
    lines = []
    for each in findings:
        mark = "✓" if each.ok else "✗"
        said = each.code if each.stays_here else _without_numbers(each.found)
        lines.append(f"{mark} {each.what}: {said or tr('chi tiết chỉ xem trên máy')}")
    return "\n".join(lines)


def _settings(settings: Settings) -> str:
    rows = []
    for item in fields(Settings):
        value = getattr(settings, item.name)
        is_free = isinstance(value, str) and "choices" not in item.metadata
        if is_free and item.name not in _SHOWN:
            value = bool(value)
        rows.append((item.name, str(value).lower() if isinstance(value, bool) else str(value)))
    return _table(rows)


def _store(place: Workplace) -> str:
    with place.store.reading() as tx:
        counts = row_counts(tx.lives.connection)
        standing = [(line.name, line.version) for line in tx.catalogues.listing()]
    rows = [("revision", counts.revision)]
    rows += [(name, str(count)) for name, count in counts.rows]
    return _table([*rows, *((f"list_{name}", version) for name, version in standing)])


def _queue(place: Workplace) -> str:
    state = data_state(place)
    counts = state.counts
    rows = [
        ("pending", str(counts.pending)),
        ("in_flight", str(counts.in_flight)),
        ("unknown", str(counts.unknown)),
        ("refused", str(counts.refused)),
        ("conflict", str(counts.conflict)),
        ("quarantined", str(counts.quarantined)),
        ("oldest", _moment(counts.oldest)),
        ("oldest_in_need", _moment(counts.oldest_in_need)),
        ("last_contact", _moment(state.last_contact)),
        ("files_waiting", str(state.files.waiting)),
        ("restored", state.restored or "-"),
        ("encrypted", str(state.encrypted).lower()),
    ]
    listed = [
        f"{item.kind.value} {item.state.value} {item.problem.type if item.problem else '-'}"
        for item in state.items
    ]
    return "\n".join((_table(rows), *listed))


def _files(folder: Path) -> Iterator[Part]:
    """Yield logs and crash reports, the newest first; a file that can't be read is left out."""
    for path in log_files(folder):
        yield Part(path.name, tr("Nhật ký chương trình"), _read(path, _log_line))
    for path in sorted(folder.glob(PATTERN), reverse=True):
        yield Part(path.name, tr("Báo cáo sự cố"), _read(path, _crash_line))
    crash = folder / CRASH_FILE
    if crash.is_file() and crash.stat().st_size:
        yield Part(crash.name, tr("Chương trình tự tắt"), _read(crash, _crash_line))


def _read(path: Path, line_of: Callable[[str], str]) -> str:
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        return type(error).__name__
    return "\n".join(line_of(line) for line in text.splitlines())


def _log_line(line: str) -> str:
    """Look once more: a file in the folder may be an older program's."""
    return line[:_LOG_HEAD] + _without_numbers(line[_LOG_HEAD:])


def _crash_line(line: str) -> str:
    """Shorten paths: above the program's own folders they may name a person."""
    if line.startswith("Lúc "):
        return line
    return _without_numbers(_FILE.sub(lambda found: f'File "{short_path(found[1])}"', line))


def _without_numbers(text: str) -> str:
    return _LONG_NUMBER.sub(HIDDEN_NUMBER, text)


def _moment(at: datetime | None) -> str:
    return f"{at:%Y-%m-%d %H:%M:%S %z}" if at else "-"


def _table(rows: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"{name:28} {value}" for name, value in rows)
