"""Sets of groups of points (QĐ 766/QĐ-TTg): what can be counted here is, the rest says so."""

from __future__ import annotations

from datetime import date

from counter_app.domain.office.evaluation import PointGroup, Share
from counter_app.domain.office.targets import Formula, Target
from counter_app.domain.reports.period import Period
from counter_app.domain.reports.sheet import (
    Cell,
    Column,
    Drill,
    ReportSheet,
    Row,
    RowKind,
    Unit,
)
from counter_app.services.reports.asked import Asked, Report
from counter_app.services.reports.evaluation.satisfaction import answers
from counter_app.services.reports.evaluation.sheets import GROUP
from counter_app.services.reports.handling.counting import FEW, notes_of
from counter_app.services.reports.targets.reaching import PART, WHOLE, Reach, Reaching
from counter_app.services.reports.targets.stock import Stock

ELSEWHERE = "nhập từ hệ thống khác: chưa có"
_FORMULAS = {
    Share.ON_TIME: Formula.ON_TIME,
    Share.ONLINE: Formula.PROCESSED_ONLINE,
    Share.DIGITISED: Formula.DIGITISED,
}
_SAID = {
    Share.PUBLISHED: "thủ tục đã công khai ÷ thủ tục trong danh sách đã phê duyệt",
    Share.ON_TIME: "hồ sơ trước hạn, đúng hạn ÷ hồ sơ đã giải quyết có hạn trả",
    Share.ONLINE: "hồ sơ trực tuyến đã giải quyết ÷ hồ sơ đã giải quyết",
    Share.DIGITISED: "hồ sơ giấy có giấy tờ đã quét ÷ hồ sơ giấy đã tiếp nhận",
    Share.SATISFIED: "trả lời trên mức thấp nhất ÷ mọi trả lời của các phiếu trong kỳ",
    Share.NONE: ELSEWHERE,
}
_COLUMNS = (
    Column("name", "Nhóm chỉ số", Unit.TEXT, width=0),
    Column("most", "Điểm tối đa", Unit.COUNT, "Như bộ chỉ số ghi.", 22),
    Column(PART, "Tử số", Unit.COUNT, "Số đạt, theo cách tính ở cột cuối.", 20),
    Column(WHOLE, "Mẫu số", Unit.COUNT, "Số được so với, theo cách tính ở cột cuối.", 20),
    Column(
        "share", "Tỷ lệ", Unit.PERCENT,
        "Tử số chia mẫu số, làm tròn xuống; mẫu số dưới 5 thì không nêu.", 20,
    ),
    Column(
        "points", "Điểm", Unit.TENTHS,
        "Tỷ lệ nhân điểm tối đa, làm tròn xuống đến một số lẻ. Nhóm không tính được ở đây để "
        "trống: không ai gõ điểm vào được.", 20,
    ),
    Column("how", "Cách tính", Unit.TEXT, "Tử số chia mẫu số.", 90),
)  # fmt: skip


def make_groups(asked: Asked) -> ReportSheet:
    """Return the groups of each set that can be counted here."""
    book = asked.reference.evaluation
    reaching = Reaching(asked, Stock(asked))
    rows: list[Row] = []
    for each in book.sets:
        rows.append(Row((Cell(each.name), *(Cell() for _ in _COLUMNS[1:])), RowKind.HEAD))
        rows += [Row(_cells(asked, reaching, group)) for group in each.groups]
        known = [group for group in each.groups if group.share is not Share.NONE]
        rows.append(
            Row(
                (
                    Cell("Cộng điểm tối đa của các nhóm tính được"),
                    Cell(sum(group.most for group in known)),
                    *(Cell() for _ in _COLUMNS[2:]),
                ),
                RowKind.TOTAL,
            )
        )
    notes = [f"{each.basis}: {each.status}." for each in book.sets]
    return ReportSheet(
        "evaluation_groups",
        "Bộ chỉ số chất lượng phục vụ: các nhóm tính được từ Hệ thống",
        _COLUMNS,
        tuple(rows),
        asked.standing,
        asked.period,
        "; ".join(each.basis for each in book.sets),
        notes_of(asked, *(notes or ["Chưa có bộ chỉ số nào."])),
        compared=True,
    )


def behind(asked: Asked, drill: Drill) -> tuple[str, ...]:
    """Return the dossiers behind a share of dossiers; behind answers there is nobody."""
    share, _, which = drill.figure.rpartition(":")
    formula = next((each for key, each in _FORMULAS.items() if key.value == share), None)
    if formula is None:
        return ()
    target = _target(formula)
    return Reaching(asked, Stock(asked)).behind(target, which, asked.period, target.scope)


def _cells(asked: Asked, reaching: Reaching, group: PointGroup) -> tuple[Cell, ...]:
    name, most, how = Cell(group.name), Cell(group.most), _SAID[group.share]
    if group.share is Share.NONE:
        return (name, most, Cell(), Cell(), Cell(), Cell(), Cell(how))
    now = _reach(asked, reaching, group.share, asked.period)
    before = _reach(asked, reaching, group.share, asked.period.before())
    if now.why:
        return (name, most, Cell(), Cell(), Cell(), Cell(), Cell(f"{how}: {now.why}"))
    few = f" (mẫu số dưới {FEW}: không nêu tỷ lệ)" if now.is_few else ""
    drills = [
        Drill(f"{group.share.value}:{which}") if group.share in _FORMULAS else None
        for which in (PART, WHOLE)
    ]
    return (
        name,
        most,
        Cell(now.part, drills[0], None if before.why else before.part),
        Cell(now.whole, drills[1], None if before.why else before.whole),
        Cell(now.tenths, drills[0], before.tenths),
        Cell(_points(now, group), before=_points(before, group)),
        Cell(f"{how}{few}"),
    )


def _reach(asked: Asked, reaching: Reaching, share: Share, period: Period) -> Reach:
    if share in _FORMULAS:
        return reaching.reach(_target(_FORMULAS[share]), period)
    if share is Share.SATISFIED:
        found, _ = answers(asked, period)
        count = sum(each.count for each in found.values())
        satisfied = sum(each.satisfied for each in found.values())
        return Reach(satisfied, count, "" if count else "không có phiếu đánh giá trong kỳ")
    lines = asked.reference.coverage.lines
    day = max(period.first, min(period.last, asked.today))
    known = [asked.reference.procedures.version_on(line.code, day) for line in lines]
    published = sum(each is not None and each.published for each in known)
    return Reach(published, len(lines), "" if lines else "chưa có danh sách thủ tục đã phê duyệt")


def _points(found: Reach, group: PointGroup) -> int | None:
    return None if found.is_few else found.part * group.most * 10 // found.whole


def _target(formula: Formula) -> Target:
    """Return a target that asks for a formula's share of everything, whenever."""
    return Target(formula.value, formula.value, formula, 0, formula.value, date.min)


GROUPS = Report("evaluation_groups", GROUP, "Bộ chỉ số chất lượng phục vụ", make_groups, behind)
