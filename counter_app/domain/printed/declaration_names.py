"""What a declaration can say: every name that a template may use, and what stands for it.

A name is a person's and a part's, `father_birth`, or one of the visit's own. What isn't known stays
empty and leaves dots; nothing is guessed. A template with any other name is refused.
"""

from __future__ import annotations

from counter_app.domain.printed.letter_names import LetterNames

PERSONS: dict[str, str] = {
    "requester": "người đứng tại quầy: người nộp thay, không có thì chủ hồ sơ",
    "applicant": "chủ hồ sơ",
    "submitter": "người nộp thay chủ hồ sơ",
    "agent": "người nộp theo giấy ủy quyền, giấy giới thiệu",
    "child": "con: chủ hồ sơ khi cha, mẹ, người giám hộ nộp, hoặc người liên quan là con",
    "father": "cha: người nộp với tư cách cha, hoặc người liên quan là cha",
    "mother": "mẹ: người nộp với tư cách mẹ, hoặc người liên quan là mẹ",
    "spouse": "vợ, chồng: người liên quan là vợ hoặc chồng",
    "deceased": "người đã chết: người liên quan ghi như vậy",
    "man": "bên nam: người nam duy nhất trong chủ hồ sơ và người liên quan",
    "woman": "bên nữ: người nữ duy nhất trong chủ hồ sơ và người liên quan",
}
"""Name of a person → who that is."""

PARTS: dict[str, str] = {
    "name": "họ, chữ đệm, tên",
    "birth": "ngày sinh (15/3/1999), hoặc chỉ năm",
    "sex": "Nam, Nữ",
    "nationality": "quốc tịch: Việt Nam theo thẻ Căn cước, nước ghi trong hộ chiếu",
    "document": "loại giấy tờ tùy thân và số, ngày cấp",
    "number": "số định danh cá nhân, 12 số",
    "address": "nơi cư trú",
    "phone": "số điện thoại",
    "email": "thư điện tử",
}
"""Part of a person → what it says."""

VISIT: dict[str, str] = {
    "blank": "luôn để trống: dòng chấm cho người khai ghi",
    "procedure": "tên thủ tục",
    "case": "trường hợp của thủ tục",
    "agency": "cơ quan giải quyết",
    "centre": "tên Trung tâm",
    "province": "tỉnh, thành phố của Trung tâm",
    "place": "địa danh trước ngày, tháng, năm",
    "day": "hôm nay: ngày 01 tháng 7 năm 2025",
    "capacity": "tư cách của người nộp đối với chủ hồ sơ: bản thân, cha, mẹ, người được ủy quyền",
    "authority": "số và ngày của giấy ủy quyền, giấy giới thiệu",
    "help_phone": "điện thoại của Trung tâm",
    "lookup": "địa chỉ tra cứu, nộp trực tuyến",
}
"""Name of the visit's own values → what stands for it."""

LISTS: dict[str, int] = {"papers": 3}
"""`papers`: the papers that the visitor holds; cells: originals, certified copies, photocopies."""

NAMES = LetterNames(
    frozenset((*VISIT, *(f"{person}_{part}" for person in PERSONS for part in PARTS))), LISTS
)
"""All of them."""
