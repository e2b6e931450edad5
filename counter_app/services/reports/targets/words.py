"""What each formula counts, in words: they stand on the sheet beside its figures."""

from __future__ import annotations

from counter_app.domain.office.targets import Formula, Scope, Target
from counter_app.services.reports.asked import Asked

COUNTED: dict[Formula, tuple[str, str]] = {
    Formula.PROCEDURES_ONLINE: (
        "thủ tục có hồ sơ trực tuyến được tiếp nhận trong kỳ",
        "thủ tục có mức độ dịch vụ công trực tuyến, còn hiệu lực ngày cuối kỳ",
    ),
    Formula.RECEIVED_ONLINE: ("hồ sơ nộp trực tuyến", "hồ sơ tiếp nhận trong kỳ, mọi kênh"),
    Formula.PROCESSED_ONLINE: (
        "hồ sơ nộp trực tuyến đã giải quyết",
        "hồ sơ đã giải quyết trong kỳ (có kết quả hoặc từ chối)",
    ),
    Formula.ACKNOWLEDGED: (
        "hồ sơ tiếp nhận đã được máy chủ của tỉnh ghi nhận",
        "hồ sơ tiếp nhận trong kỳ, kể cả nhận bằng giấy trước",
    ),
    Formula.ON_TIME: (
        "hồ sơ giải quyết trước hạn, đúng hạn",
        "hồ sơ đã giải quyết trong kỳ có hạn trả",
    ),
    Formula.LATE_WITHOUT_LETTER: (
        "hồ sơ trễ hẹn không có thư xin lỗi cho ngày hẹn đang có hiệu lực",
        "hồ sơ có ngày hẹn trong kỳ mà trễ hẹn",
    ),
    Formula.FOUR_STEP_PROCEDURES: (
        "thủ tục được đánh dấu 4 tại chỗ trong danh mục",
        "thủ tục trong danh sách đã phê duyệt",
    ),
    Formula.FOUR_STEP_DOSSIERS: (
        "hồ sơ thủ tục 4 tại chỗ đã giải quyết, không chuyển đi nơi khác và đã trả tại Trung tâm",
        (
            "hồ sơ giải quyết bình quân tháng (tối đa 12 tháng đến cuối kỳ, kể từ tháng đầu có hồ "
            "sơ) nhân số tháng của kỳ"
        ),
    ),
    Formula.DIGITISED: (
        "hồ sơ nhận trực tiếp, qua bưu chính có giấy tờ đã quét",
        "hồ sơ tiếp nhận trực tiếp, qua bưu chính trong kỳ",
    ),
}
"""Numerator and denominator of each formula."""


def formula_words(target: Target) -> str:
    """Return what is counted of what: in the document's words where it has its own."""
    part, whole = COUNTED[target.formula]
    part, whole = target.numerator or part, target.denominator or whole
    return f"Số {part}" if target.is_count else f"{_begun(part)} ÷ {whole}"


def scope_words(asked: Asked, scope: Scope) -> str:
    """Return what a target is about; "" for everything."""
    level = asked.reference.targets.level_sets.get(scope.level)
    said = [
        level.name if level else "",
        scope.field_name and f"lĩnh vực {scope.field_name}",
        scope.agency and asked.agency_name(scope.agency),
        "người nộp là cơ quan nhà nước" if scope.between_agencies else "",
    ]
    return ", ".join(each for each in said if each)


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]
