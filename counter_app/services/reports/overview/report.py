"""Tổng quan as a report: the figures of the pictures as a sheet, and the dossiers behind them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from counter_app.domain.dates import vietnam_time
from counter_app.domain.officers.roles import Act
from counter_app.domain.reports.period import Step, period_of
from counter_app.domain.reports.pictures import Figure, Picture, PictureKind
from counter_app.domain.reports.sheet import Cell, Column, Drill, ReportSheet, Row, RowKind, Unit
from counter_app.i18n import in_vietnamese
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.officers.permits import require
from counter_app.services.reports.asked import Asked, Report
from counter_app.services.reports.handling.counting import LEFT_OUT, text_column
from counter_app.services.reports.making import asked as ask
from counter_app.services.reports.making import follow
from counter_app.services.reports.overview.pictures import pictures
from counter_app.services.reports.overview.span import looked
from counter_app.store.reports.overview import (
    AGES,
    dossiers_of_age,
    dossiers_of_day,
    dossiers_on_time,
)
from counter_app.store.reports.recording.using import received_in

NAME, TITLE = "overview", "Tổng quan"
_COLUMNS = (
    text_column("name", "Ngày, cơ quan, tuổi, giờ"),
    Column(
        "received", "Tiếp nhận", Unit.COUNT,
        "Theo ngày: hồ sơ có ngày tiếp nhận trên giấy là ngày đó. Theo thứ và giờ: hồ sơ ghi tiếp "
        "nhận vào giờ đó. Không tính hồ sơ tập dùng, hồ sơ đăng ký nhầm.", 28,
    ),
    Column("returned", "Trả kết quả", Unit.COUNT, "Hồ sơ trả kết quả trong ngày.", 28),
    Column(
        "rate", "Tỷ lệ đúng hạn", Unit.PERCENT,
        "Đúng hạn chia cho có hạn, làm tròn xuống; dưới 5 hồ sơ thì không tính.", 28,
    ),
    Column(
        "on_time", "Đúng hạn", Unit.COUNT,
        "Hồ sơ có hạn đã giải quyết không sau giờ hẹn trả, trong những ngày của biểu.", 28,
    ),
    Column("limited", "Có hạn", Unit.COUNT, "Hồ sơ đã giải quyết, có giờ hẹn trả.", 28),
    Column("target", "Chỉ tiêu", Unit.PERCENT, "Tỷ lệ đúng hạn phải đạt.", 24),
    Column("open", "Đang giải quyết", Unit.COUNT, "Hồ sơ chưa kết thúc lúc kết xuất.", 30),
)  # fmt: skip
_PLACES = {column.key: place for place, column in enumerate(_COLUMNS)}
_SERIES = {
    PictureKind.FLOW: ("received", "returned"),
    PictureKind.SHARES: ("rate", "on_time", "limited", "target"),
    PictureKind.AGES: ("open",),
}


@dataclass(frozen=True, slots=True)
class Overview:
    """The pictures, and the sheet that says the same."""

    pictures: tuple[Picture, ...]
    sheet: ReportSheet


def overview(asked: Asked) -> Overview:
    """Count it, as of now."""
    days = looked(asked)
    made = pictures(asked, days)
    rows = tuple(row for picture in made for row in _rows(picture))
    notes = (f"{days.worked[0]:%d/%m/%Y} đến {days.last:%d/%m/%Y}.", LEFT_OUT)
    sheet = ReportSheet(NAME, TITLE, _COLUMNS, rows, asked.standing, notes=notes)
    return Overview(made, sheet)


def make_overview(workplace: Workplace, session: Session) -> Overview:
    """Return the start page, in Vietnamese. Raises NotPermittedError, and what the store does."""
    require(workplace, session, Act.SEE_REPORTS)
    follow(workplace)
    with workplace.store.counting() as tx, in_vietnamese():
        today = vietnam_time(workplace.clock.now().at).date()
        return overview(ask(workplace, tx, period_of(Step.DAY, today)))


def behind(asked: Asked, drill: Drill) -> tuple[str, ...]:
    """Return the dossiers behind a figure of a picture; none behind an unknown one."""
    connection, days = asked.tx.lives.connection, looked(asked)
    match drill.figure:
        case "received" | "returned":
            day = date.fromisoformat(drill.narrowed("day") or days.last.isoformat())
            return dossiers_of_day(connection, day, returned=drill.figure == "returned")
        case "limited" | "late" | "on_time":
            agencies = [value for key, value in drill.where if key == "agency"]
            return dossiers_on_time(connection, drill.figure, days.span, agencies)
        case "age":
            age = drill.narrowed("age") or ""
            return dossiers_of_age(connection, age, days.span, days.cuts) if age in AGES else ()
        case "hour":
            return received_in(connection, days.first, days.last, dict(drill.where))
        case _:
            return ()


def _rows(picture: Picture) -> list[Row]:
    rows = [Row((Cell(picture.title), *(Cell() for _ in _COLUMNS[1:])), RowKind.HEAD)]
    if picture.kind is PictureKind.HOURS:
        rows += [
            _row(f"{day}, {place.words}", (("received", figure),))
            for day, row in zip(picture.series, picture.figures, strict=True)
            for place, figure in zip(picture.places, row, strict=True)
            if figure.value
        ]
        return rows
    keys = _SERIES[picture.kind]
    for at, place in enumerate(picture.places):
        figures = tuple((key, row[at]) for key, row in zip(keys, picture.figures, strict=True))
        rows.append(_row(place.words, figures))
    return rows


def _row(name: str, figures: tuple[tuple[str, Figure], ...]) -> Row:
    cells = [Cell(name), *(Cell("") for _ in _COLUMNS[1:])]
    for key, figure in figures:
        cells[_PLACES[key]] = Cell(figure.value, figure.drill)
    return Row(tuple(cells))


OVERVIEW = Report(NAME, "Tổng hợp", TITLE, lambda asked: overview(asked).sheet, behind, steps=())
