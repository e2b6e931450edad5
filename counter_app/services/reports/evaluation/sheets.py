"""Đánh giá theo cơ quan, theo cán bộ: nine indices, their sum, the class; no citizen's name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from counter_app.domain.office.evaluation import Band, Index, Source, band_of
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
from counter_app.services.reports.evaluation.scoring import Points, scored, together
from counter_app.services.reports.handling.counting import FEW, notes_of
from counter_app.services.reports.handling.names import NAMES
from counter_app.store.reports.evaluation import Handled, Rating, handled_dossiers

GROUP = "Đánh giá"
PROCESSED = "processed"

_SOURCES = {
    Source.TIME: "trước hạn 2 điểm, đúng hạn hoặc không có hạn 1 điểm, quá hạn 0 điểm, theo giờ "
    "hẹn đang có hiệu lực",
    Source.SUPPLEMENTS: "số lần yêu cầu bổ sung đã ghi",
    Source.VISITS: "số lần công dân nộp bổ sung đã ghi",
    Source.AGENCIES: "số lần bàn giao hồ sơ cho đơn vị khác đã ghi",
    Source.ONE_STOP: "không chuyển đi và trả tại Trung tâm 2 điểm, có chuyển đi mà trả tại Trung "
    "tâm 1 điểm, còn lại 0 điểm",
    Source.PUBLICATION: "thủ tục được đánh dấu đã công khai trong danh mục 2 điểm, nếu không 0 "
    "điểm",
    Source.ASKED: "điểm người dân chấm trên phiếu, lấy phiếu sau cùng của mỗi hồ sơ; câu bỏ trống "
    "và hồ sơ không có phiếu không tính",
}


@dataclass(frozen=True, slots=True)
class _Evaluation:
    """One of the two sheets: by agency with all indices, by officer with those of officers."""

    name: str
    title: str
    part: str
    head: str
    note: str

    def report(self) -> Report:
        """Return the report."""
        return Report(self.name, GROUP, self.title, self.make, self.behind)

    def make(self, asked: Asked) -> ReportSheet:
        """Count it, with the period before beside it."""
        book = asked.reference.evaluation
        which = [at for at, index in enumerate(book.indices) if index.officer or self._all]
        bands = book.agency_bands if self._all else book.officer_bands
        now = scored(asked, asked.period, self._key)
        before = scored(asked, asked.period.before(), self._key)
        named = sorted((NAMES[self.part](asked, key), key) for key in {**now, **before})
        rows = [
            Row(_cells(name, now.get(key), before.get(key), which, bands, ((self.part, key),)))
            for name, key in named
        ]
        total, earlier = together(now.values()), together(before.values())
        rows.append(Row(_cells("Tổng cộng", total, earlier, which, bands, ()), RowKind.TOTAL))
        return ReportSheet(
            self.name,
            self.title,
            _columns(self.head, [(at, book.indices[at]) for at in which], bands),
            tuple(rows),
            asked.standing,
            asked.period,
            book.basis,
            notes_of(asked, *_notes(asked, which, total), self.note),
            compared=True,
        )

    def behind(self, asked: Asked, drill: Drill) -> tuple[str, ...]:
        """Return the processed dossiers; what a citizen answered has nobody behind it."""
        if drill.figure != PROCESSED:
            return ()
        period = asked.period
        return handled_dossiers(
            asked.tx.lives.connection,
            period.first,
            period.last,
            agency=drill.narrowed("agency"),
            officer=drill.narrowed("officer"),
        )

    @property
    def _all(self) -> bool:
        return self.part == "agency"

    @property
    def _key(self) -> Callable[[Handled | Rating], str]:
        return (lambda each: each.agency) if self._all else (lambda each: each.officer)


def _columns(
    head: str, indices: Sequence[tuple[int, Index]], bands: Sequence[Band]
) -> tuple[Column, ...]:
    said = ", ".join(f"từ {each.least // 10},{each.least % 10} {each.name}" for each in bands)
    return (
        Column("name", head, Unit.TEXT, width=0),
        Column(
            PROCESSED, "Hồ sơ", Unit.COUNT,
            "Hồ sơ đã giải quyết trong kỳ: có kết quả hoặc từ chối. Không tính hồ sơ rút, dừng, "
            "đăng ký nhầm, tập dùng.", 16,
        ),
        Column(
            "rated", "Có phiếu", Unit.COUNT,
            "Trong số đó: hồ sơ có phiếu đánh giá tính đến lúc kết xuất; nhiều phiếu tính phiếu "
            "sau cùng.", 16,
        ),
        *(
            Column(
                f"index{at + 1}", f"Chỉ số {at + 1}", Unit.TENTHS,
                f"{index.name}. Tổng điểm chia tổng số hồ sơ có điểm, làm tròn xuống đến một số "
                f"lẻ; dưới {FEW} hồ sơ thì không nêu. Cách chấm: {_source(index)}.",
                15,
            )
            for at, index in indices
        ),
        Column(
            "index", "Tổng điểm", Unit.TENTHS,
            "Tổng các chỉ số, mỗi chỉ số là tổng điểm chia tổng số hồ sơ, chỉ làm tròn xuống ở "
            "tổng. Chỉ số có dưới 5 hồ sơ thì không cộng và không xếp loại.", 18,
        ),
        Column(
            "band", "Xếp loại", Unit.TEXT, f"Theo tổng điểm: {said}.", 34,
        ),
    )  # fmt: skip


def _cells(
    name: str,
    now: Points | None,
    before: Points | None,
    which: Sequence[int],
    bands: tuple[Band, ...],
    where: tuple[tuple[str, str], ...],
) -> tuple[Cell, ...]:
    now, before = now or Points(), before or Points()
    tenths, few = now.index(which)
    earlier, earlier_few = before.index(which)
    if tenths is None:
        band = f"dưới {FEW} hồ sơ"
    elif few:
        band = f"chưa xếp loại: thiếu chỉ số {', '.join(str(at + 1) for at in few)}"
    else:
        band = band_of(bands, tenths)
    return (
        Cell(name),
        Cell(now.dossiers, Drill(PROCESSED, where) if now.dossiers else None, before.dossiers),
        Cell(now.rated, before=before.rated),
        *(Cell(now.tenths(at), before=before.tenths(at)) for at in which),
        Cell(tenths, before=earlier if earlier_few == few else None),
        Cell(band),
    )


def _source(index: Index) -> str:
    said = _SOURCES[index.source]
    if not index.steps:
        return said
    best, next_best = index.steps
    return f"{said}: đến {best} lần 2 điểm, đến {next_best} lần 1 điểm, nhiều hơn 0 điểm"


def _notes(asked: Asked, which: Sequence[int], total: Points) -> tuple[str, ...]:
    book = asked.reference.evaluation
    if not book.indices:
        return ("Chưa có cách chấm điểm nào.",)
    notes = [f"Cách chấm: phiên bản {book.version} ({book.status})."]
    notes += [f"Chỉ số {at + 1}: {book.indices[at].name}." for at in which]
    if total.unread:
        notes.append(
            f"{total.unread} phiếu đã xóa nội dung trước khi điểm được giữ lại: không còn tính vào "
            "chỉ số."
        )
    return (*notes, "Báo cáo không nêu tên người đánh giá.")


EVALUATIONS: tuple[Report, ...] = (
    _Evaluation(
        "evaluation_agency", "Đánh giá theo cơ quan", "agency", "Cơ quan giải quyết",
        "Cơ quan là cơ quan giải quyết hồ sơ.",
    ).report(),
    _Evaluation(
        "evaluation_officer", "Đánh giá theo cán bộ", "officer", "Cán bộ tiếp nhận",
        "Cán bộ là người đã tiếp nhận hồ sơ; chỉ gồm các chỉ số chấm cho cán bộ.",
    ).report(),
)  # fmt: skip
