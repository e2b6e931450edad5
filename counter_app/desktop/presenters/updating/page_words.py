"""The rows of the page Cập nhật: what runs, what waits, what comes, what was."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from counter_app.desktop.presenters.data_state.banner import BannerPart
from counter_app.desktop.presenters.data_state.shown import size_words
from counter_app.desktop.presenters.updating.updates_state import Part, Row, Sign
from counter_app.desktop.widgets.cards.edge import Edge
from counter_app.domain.dates import shown_moment
from counter_app.i18n import several, tr
from counter_app.services.updates.shelf import SERVER, Outcome, Past
from counter_app.services.updates.standing import Coming, Standing, Waiting
from counter_app.wording.update_words import kind_words, outcome_words

SHOWN = 8
"""Results that are shown: older ones concern nobody at a counter."""

_SMALL = 100_000
_KILOBYTE = 1024
_SIGNS = {Outcome.DONE: Sign.GOOD, Outcome.BACK: Sign.LEFT, Outcome.FAILED: Sign.BAD}
_NAMES: Mapping[str, str] = {"procedures": "catalogue", "calendar": "calendar"}


def banner(found: Standing) -> BannerPart:
    """Return what an officer must know, in one sentence."""
    if found.handed is not None:
        bold = tr("Bản {version} chờ được cài xong.").format(version=found.handed.version)
        return BannerPart("hourglass", Edge.SLATE, bold, _end_of_program(found))
    if found.waiting:
        bold = several("{n} bản cập nhật đang chờ.", len(found.waiting))
        rest = tr("Cài khi hết ca, lúc đóng chương trình. Cả ngày không ai phải dừng việc.")
        if not found.now:
            rest = tr("Quản trị máy sẽ cài; quầy làm việc như thường.")
        return BannerPart("refresh", Edge.ACCENT, bold.format(n=len(found.waiting)), rest)
    if found.coming:
        return BannerPart(
            "hourglass",
            Edge.SLATE,
            tr("Đang tải bản cập nhật."),
            tr("Tải từng phần khi rảnh; đứt thì tải tiếp. Cứ làm việc như thường."),
        )
    return BannerPart("ok", Edge.OK, tr("Không có bản cập nhật nào chờ cài."))


def parts(found: Standing, officer: Callable[[str], str]) -> tuple[Part, ...]:
    """Return the cards; `officer` names who has that id."""
    made = [
        Part(tr("Đang chờ"), tuple(_waiting(each) for each in found.waiting)),
        Part(tr("Đang tải"), tuple(_coming(each) for each in found.coming)),
        Part(tr("Đang dùng"), tuple(_in_use(found))),
        Part(tr("Những lần trước"), tuple(_past(each, officer) for each in found.past[:SHOWN])),
    ]
    return tuple(each for each in made if each.rows)


def package_words(kind: str, version: str) -> str:
    """Return what names a package: `Lịch làm việc 2027.1`."""
    return f"{kind_words(kind)} {version}"


def _end_of_program(found: Standing) -> str:
    if found.by_administrator:
        return _command(found.handed_file)
    return tr("Lần mở chương trình tới dùng bản mới.")


def _waiting(each: Waiting) -> Row:
    manifest = each.manifest
    about = tr("{size}, từ {origin}; ký bằng khóa {key}, đã kiểm tra").format(
        size=_size(manifest.size), origin=_origin(each.origin), key=each.key
    )
    lines = [*manifest.changes, about]
    if each.by_administrator:
        lines.append(_command(each.file))
    return Row(package_words(manifest.kind.value, manifest.version), tuple(lines))


def _size(size: int) -> str:
    return f"{-(-size // _KILOBYTE)} KB" if size < _SMALL else size_words(size)


def _command(file: Path) -> str:
    return tr("Quản trị máy chạy: counter-app update install {file}").format(file=file)


def _origin(origin: str) -> str:
    if origin == SERVER:
        return tr("máy chủ của tỉnh")
    return origin or tr("nơi không rõ")


def _coming(each: Coming) -> Row:
    said = tr("đã tải {have} trong {whole}").format(have=_size(each.have), whole=_size(each.whole))
    manifest = each.manifest
    name = package_words(manifest.kind.value, manifest.version)
    return Row(name, (said,), share=each.have / max(each.whole, 1))


def _in_use(found: Standing) -> list[Row]:
    rows = [
        Row(kind_words("program"), (tr("bản {version}").format(version=found.version),), Sign.GOOD)
    ]
    for each in found.lists:
        said = tr("bản {version}").format(version=each.version)
        if each.made_at is not None:
            moment = shown_moment(each.made_at)
            said = tr("{version}, gói làm lúc {moment}").format(version=said, moment=moment)
        rows.append(Row(kind_words(_NAMES[each.name]), (said,), Sign.GOOD))
    if found.form_sets:
        rows.append(Row(kind_words("forms"), (", ".join(found.form_sets),), Sign.GOOD))
    return rows


def _past(each: Past, officer: Callable[[str], str]) -> Row:
    who = officer(each.by) if each.by else ""
    said = f"{shown_moment(each.at)} · {outcome_words(each.outcome.value)}"
    lines = (f"{said} · {who}" if who else said,)
    return Row(package_words(each.kind.value, each.version), lines, _SIGNS[each.outcome])
