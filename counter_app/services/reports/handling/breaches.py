"""Việc vượt quy định: which limits were broken, how often, of how many dossiers, by agency."""

from __future__ import annotations

from collections.abc import Mapping

from counter_app.domain.reports.period import Period
from counter_app.domain.reports.sheet import Cell, Column, Drill, ReportSheet, Row, RowKind
from counter_app.services.reports.asked import Asked, Report
from counter_app.services.reports.handling.counting import notes_of, span_of, text_column
from counter_app.services.reports.handling.names import agency_name
from counter_app.store.reports.events import Broken, Events
from counter_app.store.reports.figures import Key
from counter_app.wording.work import BREACHES

NAME = "breaches"
TITLE = "Việc vượt quy định"
GROUP = "Thời hạn"

_CODE = "breach"
"""What narrows a number down to one limit."""

_COLUMNS = (
    Column(
        "dossiers",
        "Số hồ sơ",
        definition="Hồ sơ có việc vượt giới hạn này ghi trong kỳ; một hồ sơ tính một lần.",
        width=30,
    ),
    Column(
        "acts",
        "Số lượt",
        definition="Số lần vượt giới hạn này ghi trong kỳ, kèm lý do và người cho phép; một hồ sơ "
        "có thể có nhiều lượt.",
        width=30,
    ),
)

Found = Mapping[Key, tuple[Broken, ...]]


def make(asked: Asked) -> ReportSheet:
    """Count it by limit, and by agency in it."""
    now, before = _broken(asked, asked.period), _broken(asked, asked.period.before())
    rows: list[Row] = []
    codes = {each.code for found in (now, before) for of_one in found.values() for each in of_one}
    for code in sorted(codes | set(BREACHES)):
        rows.append(_row(_words(code), now, before, code))
        agencies = {key for found in (now, before) for key, of in found.items() if _of(of, code)}
        rows += [
            _row(f"  {name}", _only(now, key), _only(before, key), code, agency=key[0])
            for name, key in sorted((agency_name(asked, key[0]), key) for key in agencies)
        ]
    rows.append(_row("Tổng cộng", now, before, "", RowKind.TOTAL))
    return ReportSheet(
        name=NAME,
        title=TITLE,
        columns=(text_column("name", "Giới hạn, cơ quan giải quyết"), *_COLUMNS),
        rows=tuple(rows),
        standing=asked.standing,
        period=asked.period,
        notes=notes_of(
            asked,
            "Hồ sơ vượt nhiều giới hạn được tính ở mỗi giới hạn, ở dòng tổng cộng tính một lần.",
        ),
        compared=True,
    )


def behind(asked: Asked, drill: Drill) -> tuple[str, ...]:
    """Return the dossiers of a number."""
    found = Events(asked.tx.lives.connection).broken(
        ("agency",), span_of(asked, asked.period), drill.where
    )
    return _dossiers(found, drill.narrowed(_CODE) or "")


def _broken(asked: Asked, period: Period) -> Found:
    return Events(asked.tx.lives.connection).broken(("agency",), span_of(asked, period))


def _row(
    name: str,
    now: Found,
    before: Found,
    code: str,
    kind: RowKind = RowKind.LINE,
    agency: str | None = None,
) -> Row:
    where = [(_CODE, code)] if code else []
    if agency is not None:
        where.append(("agency", agency))
    drill = Drill(NAME, tuple(where))
    return Row(
        (
            Cell(name),
            Cell(len(_dossiers(now, code)), drill, len(_dossiers(before, code))),
            Cell(_acts(now, code), drill, _acts(before, code)),
        ),
        kind,
    )


def _only(found: Found, key: Key) -> Found:
    return {key: found.get(key, ())}


def _of(broken: tuple[Broken, ...], code: str) -> tuple[Broken, ...]:
    return tuple(each for each in broken if not code or each.code == code)


def _dossiers(found: Found, code: str) -> tuple[str, ...]:
    uids = {uid for of_one in found.values() for each in _of(of_one, code) for uid in each.dossiers}
    return tuple(sorted(uids))


def _acts(found: Found, code: str) -> int:
    return sum(each.acts for of_one in found.values() for each in _of(of_one, code))


def _words(code: str) -> str:
    said = BREACHES.get(code, code)
    return said[:1].upper() + said[1:]


BREACHES_REPORT = Report(NAME, GROUP, TITLE, make, behind)
