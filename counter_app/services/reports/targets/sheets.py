"""Chỉ tiêu: what was reached of each target, what is missing, by agency, by field, by month."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from counter_app.domain.dates import shown_date
from counter_app.domain.money import grouped
from counter_app.domain.office.targets import OF_PROCEDURES, Formula, Scope, Target
from counter_app.domain.reports.period import Period, Step, period_of
from counter_app.domain.reports.sheet import (
    Cell,
    Column,
    Drill,
    Mark,
    ReportSheet,
    Row,
    RowKind,
    Unit,
    Value,
)
from counter_app.services.reports.asked import Asked, Report
from counter_app.services.reports.handling.counting import FEW, NO_RATE, notes_of
from counter_app.services.reports.handling.names import agency_name, field_name
from counter_app.services.reports.targets.reaching import GROWS, PART, WHOLE, Reach, Reaching
from counter_app.services.reports.targets.stock import Stock, compared_span, whole_year
from counter_app.services.reports.targets.words import formula_words, scope_words

GROUP = "Chỉ tiêu"
_AGENCY, _FIELD = "agency", "field_name"
MET, MISSED = "đạt", "chưa đạt"
_UNREACHABLE = "không còn đạt được trong kỳ này"
_MONTHS = 12

_FIGURES = (
    Column(
        PART, "Tử số", Unit.COUNT,
        "Số thủ tục hoặc hồ sơ mà cách tính của chỉ tiêu đếm; cách tính ghi dưới bảng. Không tính "
        "hồ sơ đăng ký nhầm, hồ sơ tập dùng.", 16,
    ),
    Column(
        WHOLE, "Mẫu số", Unit.COUNT,
        "Số thủ tục hoặc hồ sơ mà tử số được so với; với chỉ tiêu là số lượng: tổng số để đối "
        "chiếu.", 16,
    ),
    Column(
        "actual", "Thực hiện", Unit.PERCENT,
        f"Tử số chia mẫu số, làm tròn xuống đến phần nghìn; mẫu số dưới {FEW} thì không nêu tỷ lệ. "
        "Chỉ tiêu là số lượng thì nêu số lượng.", 20,
    ),
    Column(
        "target", "Chỉ tiêu", Unit.PERCENT,
        "Ngưỡng ghi trong bảng chỉ tiêu đang dùng: tối thiểu với tỷ lệ, tối đa với số lượng.", 20,
    ),
    Column(
        "gap", "Chênh lệch", Unit.PERCENT,
        "Thực hiện trừ chỉ tiêu, tính bằng điểm phần trăm; số âm là còn thiếu.", 20,
    ),
    Column(
        "lacking", "Còn thiếu", Unit.COUNT,
        "Còn thiếu bao nhiêu hồ sơ, thủ tục trong kỳ này để đạt. Với tỷ lệ nộp trực tuyến, giải "
        "quyết trực tuyến, đúng hạn: số hồ sơ đạt yêu cầu phải có thêm, mẫu số tăng theo; với chỉ "
        "tiêu khác, và khi kỳ đã hết: số còn thiếu trên mẫu số đã có.", 18,
    ),
    Column(
        "state", "Đánh giá", Unit.TEXT,
        "Đạt khi thực hiện không dưới chỉ tiêu (số lượng: không quá); nếu không tính được thì nêu "
        "lý do.", 34,
    ),
)  # fmt: skip
_NAME = Column("name", "Chỉ tiêu", Unit.TEXT, width=0)
_SCOPE = Column("scope", "Phạm vi", Unit.TEXT, "Như bảng chỉ tiêu ghi.", 30)
_EVERYTHING = "tất cả"
_BASIS = Column("basis", "Căn cứ", Unit.TEXT, "Văn bản giao chỉ tiêu.", 36)


def make_targets(asked: Asked) -> ReportSheet:
    """Return each target with what was reached of it, and the period before beside it."""
    reaching = Reaching(asked, Stock(asked, compared_span(asked.period)))
    rows: list[Row] = []
    group = None
    for target in asked.reference.targets.targets:
        if target.group != group:
            group = target.group
            rows.append(_head(group, len(_FIGURES) + 3))
        cells = _cells(asked, reaching, target, target.scope)
        scope = scope_words(asked, target.scope) or _EVERYTHING
        rows.append(Row((Cell(target.name), Cell(scope), *cells, Cell(_basis(target)))))
    return ReportSheet(
        "targets",
        "Thực hiện chỉ tiêu",
        (_NAME, _SCOPE, *_FIGURES, _BASIS),
        tuple(rows),
        asked.standing,
        asked.period,
        _bases(asked),
        notes_of(asked, *_notes(asked, reaching)),
        compared=True,
    )


def make_by(part: str, asked: Asked) -> ReportSheet:
    """Return each target by agency or by field (`part` of a `Scope`)."""
    reaching = Reaching(asked, Stock(asked, compared_span(asked.period)))
    name_of = _NAME_OF[part]
    keys = sorted(_keys(part, asked, reaching), key=lambda key: name_of(asked, key))
    rows: list[Row] = []
    for target in asked.reference.targets.targets:
        lines = []
        for key in keys:
            if getattr(target.scope, part) not in ("", key):
                continue
            scope = _narrowed(target.scope, part, key)
            if key and reaching.reach(target, asked.period, scope).whole:
                cells = _cells(asked, reaching, target, scope)
                lines.append(Row((Cell(name_of(asked, key)), *cells)))
        rows.append(_head(target.name, len(_FIGURES) + 1))
        rows += lines or [_nothing(asked, reaching, target)]
    title = _TITLES[part]
    return ReportSheet(
        f"targets_{part}",
        title,
        (replace(_NAME, head=_HEADS[part]), *_FIGURES),
        tuple(rows),
        asked.standing,
        asked.period,
        _bases(asked),
        notes_of(asked, *_notes(asked, reaching)),
        compared=True,
    )


def make_months(asked: Asked) -> ReportSheet:
    """Return each target month by month of the year."""
    year = asked.period.first.year
    reaching = Reaching(asked, Stock(asked, whole_year(year)))
    months = [period_of(Step.MONTH, asked.period.first.replace(month=at + 1, day=1))
              for at in range(_MONTHS)]  # fmt: skip
    columns = [
        _NAME,
        replace(_FIGURES[3], width=18),
        *(
            Column(
                f"m{month.first.month}", f"T{month.first.month}", Unit.PERCENT,
                f"Thực hiện của {month.words.lower()}, tính như báo cáo Thực hiện chỉ tiêu; – là "
                f"chưa tới, ngoài thời gian áp dụng, hoặc mẫu số dưới {FEW}.", 15,
            )
            for month in months
        ),
    ]  # fmt: skip
    rows = []
    for target in asked.reference.targets.targets:
        cells = [_month(reaching, target, month) for month in months]
        rows.append(Row((Cell(target.name), Cell(_threshold(target), mark=Mark.QUIET), *cells)))
    return ReportSheet(
        "targets_months",
        "Thực hiện chỉ tiêu các tháng trong năm",
        tuple(columns),
        tuple(rows),
        asked.standing,
        asked.period,
        _bases(asked),
        _notes(asked, reaching),
    )


def behind(asked: Asked, drill: Drill) -> tuple[str, ...]:
    """Return the dossiers behind a numerator or a denominator."""
    name, _, which = drill.figure.rpartition(":")
    target = next((each for each in asked.reference.targets.targets if each.id == name), None)
    if target is None:
        return ()
    scope = target.scope
    for part in _NAME_OF:
        if value := drill.narrowed(part):
            scope = _narrowed(scope, part, value)
    month = drill.narrowed("month")
    period = asked.period
    if month is not None:
        period = period_of(Step.MONTH, period.first.replace(month=int(month), day=1))
    return Reaching(asked, Stock(asked)).behind(target, which, period, scope)


def _narrowed(scope: Scope, part: str, value: str) -> Scope:
    return replace(scope, agency=value) if part == _AGENCY else replace(scope, field_name=value)


def _cells(asked: Asked, reaching: Reaching, target: Target, scope: Scope) -> tuple[Cell, ...]:
    now = reaching.reach(target, asked.period, scope)
    before = reaching.reach(target, asked.period.before(), scope)
    earlier = None if before.why else before
    where = tuple(
        (part, getattr(scope, part))
        for part in _NAME_OF
        if getattr(scope, part) != getattr(target.scope, part)
    )
    threshold = Cell(_threshold(target), mark=Mark.QUIET)
    if now.why:
        return (Cell(), Cell(), Cell(NO_RATE), threshold, Cell(), Cell(), Cell(now.why))
    met = target.is_met(now.part, now.whole)
    said = target.is_count or not now.is_few
    mark = (Mark.GOOD if met else Mark.BAD) if said else Mark.PLAIN
    lacking = None if not said else _lacking(asked, target, now)
    few = f"mẫu số dưới {FEW}: không nêu tỷ lệ"
    state = (MET if met else MISSED) if said else few
    if said and lacking is None:
        state = f"{MISSED}, {_UNREACHABLE}"
    return (
        Cell(now.part, _drill(target, PART, where), earlier.part if earlier else None),
        Cell(now.whole, _drill(target, WHOLE, where), earlier.whole if earlier else None),
        Cell(_actual(target, now), _drill(target, PART, where), _plain(target, before), mark),
        threshold,
        Cell(_gap(target, now)),
        Cell(lacking, mark=Mark.BAD if lacking else Mark.PLAIN),
        Cell(state, mark=mark),
    )


def _drill(target: Target, which: str, where: tuple[tuple[str, str], ...]) -> Drill | None:
    averaged = target.formula is Formula.FOUR_STEP_DOSSIERS or target.formula in OF_PROCEDURES
    if target.formula is Formula.FOUR_STEP_PROCEDURES or (averaged and which == WHOLE):
        return None
    return Drill(f"{target.id}:{which}", where)


def _month(reaching: Reaching, target: Target, month: Period) -> Cell:
    found = reaching.reach(target, month)
    if found.why or (found.is_few and not target.is_count):
        return Cell()
    mark = Mark.GOOD if target.is_met(found.part, found.whole) else Mark.BAD
    drill = _drill(target, PART, (("month", str(month.first.month)),))
    return Cell(_actual(target, found), drill, mark=mark)


def _actual(target: Target, found: Reach) -> Value:
    if target.is_count:
        return f"{grouped(found.part)} hồ sơ"
    share = found.tenths
    return NO_RATE if share is None else share


def _plain(target: Target, found: Reach) -> Value:
    return None if target.is_count else found.tenths


def _threshold(target: Target) -> Value:
    return f"≤ {grouped(target.threshold)} hồ sơ" if target.is_count else target.threshold


def _gap(target: Target, found: Reach) -> Value:
    if target.is_count:
        return f"{found.part - target.threshold:+d} hồ sơ".replace("-", "−").replace("+0", "0")
    return None if found.tenths is None else found.tenths - target.threshold


def _lacking(asked: Asked, target: Target, found: Reach) -> int | None:
    runs = asked.period.last >= asked.today
    return target.lacking(found.part, found.whole, grows=runs and target.formula in GROWS)


def _keys(part: str, asked: Asked, reaching: Reaching) -> set[str]:
    told = (*reaching.told(asked.period), *reaching.told(asked.period.before()))
    place = 0 if part == _FIELD else 1
    listed = {each[place] for each in reaching.approved()}
    approved = {line.agency for line in asked.reference.coverage.lines} if place else set()
    return {getattr(each, part) for each in told} | listed | approved


def _nothing(asked: Asked, reaching: Reaching, target: Target) -> Row:
    why = reaching.reach(target, asked.period).why or "không có gì để tính trong kỳ"
    return Row((Cell(f"({why})"), *(Cell() for _ in _FIGURES)))


def _head(words: str | None, cells: int) -> Row:
    return Row((Cell(words or "Chỉ tiêu khác"), *(Cell() for _ in range(cells - 1))), RowKind.HEAD)


def _basis(target: Target) -> str:
    return f"{target.basis} (mẫu)" if target.sample else target.basis


def _bases(asked: Asked) -> str:
    targets = asked.reference.targets.targets
    return "; ".join(dict.fromkeys(each.basis for each in targets if not each.sample))


def _notes(asked: Asked, reaching: Reaching) -> tuple[str, ...]:
    book, period = asked.reference.targets, asked.period
    if not book.targets:
        return ("Chưa có bảng chỉ tiêu nào.",)
    notes = [f"Bảng chỉ tiêu: phiên bản {book.version}.", *([book.note] if book.note else [])]
    formulas: dict[Formula, str] = {}
    for target in book.targets:
        if formulas.setdefault(target.formula, said := formula_words(target)) == said:
            continue
        notes.append(f"{target.name}: {said}.")
    notes += [f"Cách tính: {said}." for said in formulas.values()]
    for target in book.targets:
        if target.touches(period.first, period.last) and not target.covers(
            period.first, period.last
        ):
            until = target.valid_until
            end = f" đến {shown_date(until)}" if until else ""
            notes.append(
                f"{target.name}: áp dụng từ {shown_date(target.valid_from)}{end}, số liệu tính cho "
                "cả kỳ."
            )
    if unknown := reaching.unknown(period):
        notes.append(
            f"{unknown} hồ sơ tiếp nhận trong kỳ có thủ tục không còn trong danh mục: không tính "
            "vào chỉ tiêu theo mức độ."
        )
    if elsewhere := reaching.elsewhere(period):
        notes.append(
            f"{elsewhere} hồ sơ của thủ tục 4 tại chỗ không tính là 4 tại chỗ: đã chuyển đi nơi "
            "khác, trả qua bưu chính, từ chối hoặc chưa trả."
        )
    if any(each.scope.between_agencies for each in book.targets):
        notes.append(
            "Giữa các cơ quan: chủ hồ sơ được ghi là cơ quan nhà nước; mẫu số của tỷ lệ thủ tục là "
            "thủ tục có hồ sơ của cơ quan nhà nước trong kỳ."
        )
    return tuple(notes)


_NAME_OF: dict[str, Callable[[Asked, str], str]] = {
    _AGENCY: agency_name,
    _FIELD: field_name,
}
_HEADS = {_AGENCY: "Cơ quan giải quyết", _FIELD: "Lĩnh vực"}
_TITLES = {
    _AGENCY: "Thực hiện chỉ tiêu theo cơ quan",
    _FIELD: "Thực hiện chỉ tiêu theo lĩnh vực",
}


TARGETS: tuple[Report, ...] = (
    Report("targets", GROUP, "Thực hiện chỉ tiêu", make_targets, behind),
    *(
        Report(f"targets_{part}", GROUP, title, partial(make_by, part), behind)
        for part, title in _TITLES.items()
    ),
    Report(
        "targets_months", GROUP, "Chỉ tiêu các tháng trong năm", make_months, behind, (Step.YEAR,)
    ),
)
"""The reports of targets in the order in which they are offered."""
