"""Phí, lệ phí: what was taken and taken back, by procedure, and by counter and officer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from counter_app.domain.reports.sheet import Cell, Column, Drill, ReportSheet, Row, RowKind, Unit
from counter_app.services.reports.asked import Asked, Report
from counter_app.services.reports.handling.counting import span_of, text_column
from counter_app.services.reports.handling.names import (
    counter_name,
    field_name,
    officer_name,
    procedure_name,
)
from counter_app.services.reports.handling.summary import GROUP
from counter_app.store.reports.figures import Key
from counter_app.store.reports.money import Money, Takings

_CERTIFIED = "certified"

_COLUMNS = (
    Column(
        "dossiers",
        "Số hồ sơ",
        definition="Hồ sơ có khoản thu hoặc hoàn lại trong kỳ; một hồ sơ tính một lần ở mỗi dòng.",
        width=20,
    ),
    Column(
        "at_reception",
        "Thu khi tiếp nhận",
        Unit.MONEY,
        "Khoản đã thu ngay lúc tiếp nhận, theo ngày tiếp nhận vào hệ thống.",
        32,
    ),
    Column(
        "paid",
        "Thu sau",
        Unit.MONEY,
        "Các lần thu phí, lệ phí ghi trong kỳ (tiền mặt, chuyển khoản, thẻ, trực tuyến), kể cả "
        "khoản về sau hoàn lại.",
        32,
    ),
    Column(
        "certified",
        "Chứng thực",
        Unit.MONEY,
        "Phí chứng thực ghi trong kỳ, trừ phí của dòng bị hủy trong kỳ: trừ vào ngày hủy, của "
        "người hủy, cả khi dòng được ghi ở ca hoặc kỳ trước.",
        32,
    ),
    Column("back", "Hoàn lại", Unit.MONEY, "Các bút toán đảo ghi trong kỳ.", 32),
    Column(
        "total",
        "Thực thu",
        Unit.MONEY,
        "Thu khi tiếp nhận cộng thu sau cộng chứng thực, trừ hoàn lại: bằng tổng các bảng kê chốt "
        "ca của kỳ.",
        36,
    ),
)

_NOTE = (
    "Tiền tính theo ngày và người thu, như bảng kê chốt ca: kể cả của hồ sơ đăng ký nhầm, rút, "
    "dừng khi chưa có bút toán đảo; không tính hồ sơ tập dùng. Quầy nào chốt ca qua ngày thì bảng "
    "kê của ca đó có thể lấn sang ngày sau."
)


@dataclass(frozen=True, slots=True)
class _Sums:
    """Both spans by group."""

    now: Mapping[Key, Money]
    before: Mapping[Key, Money]

    def groups(self) -> tuple[Key, ...]:
        """Return every group that has money in either span."""
        return tuple({**self.now, **self.before})

    def row(self, name: str, key: Key, names: Iterable[str]) -> Row:
        """Return the line of a group, `names` being those of its key's parts."""
        where = tuple(zip(names, key, strict=True))
        return _row(name, self.now.get(key, Money()), self.before.get(key, Money()), where)


@dataclass(frozen=True, slots=True)
class _By:
    """One sheet of money: by two parts, the first of them as headings; `listed`: its short name."""

    name: str
    listed: str
    title: str
    head: str
    parts: tuple[str, ...]
    heading: Callable[[Asked, Key], str]
    line: Callable[[Asked, Key], str]

    def report(self) -> Report:
        """Return the report."""
        return Report(self.name, GROUP, self.listed, self.make, behind)

    def make(self, asked: Asked) -> ReportSheet:
        """Add it up."""
        takings = Takings(asked.tx.lives.connection)
        span, before = span_of(asked, asked.period), span_of(asked, asked.period.before())
        sums = _Sums(takings.sums(self.parts, span), takings.sums(self.parts, before))
        rows: list[Row] = []
        headed = ""
        for heading, name, key in sorted(
            (self.heading(asked, key), self.line(asked, key), key) for key in sums.groups()
        ):
            if heading != headed:
                rows.append(Row((Cell(heading), *(Cell() for _ in _COLUMNS)), RowKind.HEAD))
                headed = heading
            rows.append(sums.row(name, key, self.parts))
        rows.append(
            _row(
                "Tổng cộng",
                _all(sums.now, takings.dossiers(span)),
                _all(sums.before, takings.dossiers(before)),
                (),
                RowKind.TOTAL,
            )
        )
        return ReportSheet(
            name=self.name,
            title=self.title,
            columns=(text_column("name", self.head), *_COLUMNS),
            rows=tuple(rows),
            standing=asked.standing,
            period=asked.period,
            notes=(_NOTE,),
            compared=True,
        )


def behind(asked: Asked, drill: Drill) -> tuple[str, ...]:
    """Return the dossiers of which money was taken or taken back."""
    return Takings(asked.tx.lives.connection).behind(span_of(asked, asked.period), drill.where)


def _row(
    name: str,
    now: Money,
    before: Money,
    where: tuple[tuple[str, str], ...],
    kind: RowKind = RowKind.LINE,
) -> Row:
    drill = Drill("money", where)
    cells = (
        Cell(getattr(now, column.key), drill, getattr(before, column.key)) for column in _COLUMNS
    )
    return Row((Cell(name), *cells), kind)


def _all(sums: Mapping[Key, Money], dossiers: int) -> Money:
    """Return the sum of all; a dossier whose money several took is one dossier."""
    found = sum(sums.values(), Money())
    return Money(found.at_reception, found.paid, found.back, found.certified, dossiers)


def _field(asked: Asked, key: Key) -> str:
    return "Chứng thực tại quầy" if key[2] == _CERTIFIED else field_name(asked, key[0])


def _procedure(asked: Asked, key: Key) -> str:
    return "Theo sổ chứng thực" if key[2] == _CERTIFIED else procedure_name(asked, key[1])


FEES: tuple[Report, ...] = (
    _By(
        "fees",
        "Phí theo thủ tục",
        "Phí, lệ phí theo lĩnh vực, thủ tục",
        "Lĩnh vực, thủ tục",
        ("field_name", "procedure", "kind"),
        _field,
        _procedure,
    ).report(),
    _By(
        "fees_officer",
        "Phí theo quầy, cán bộ",
        "Phí, lệ phí theo quầy, cán bộ thu",
        "Quầy, cán bộ thu",
        ("counter", "officer"),
        lambda asked, key: counter_name(asked, key[0]),
        lambda asked, key: officer_name(asked, key[1]),
    ).report(),
)
"""The sheets of money in the order in which they are offered."""
