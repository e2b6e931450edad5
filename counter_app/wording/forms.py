"""Sentences about changed form sets, and what their check finds."""

from __future__ import annotations

from counter_app.domain.problems import Problem
from counter_app.i18n import tr
from counter_app.wording.sentence import Sentence
from counter_app.wording.sentences import problem_words

WORDS: dict[str, Sentence] = {
    "forms": Sentence(
        "Chưa thay được bộ biểu mẫu.",
        "Bộ biểu mẫu đang dùng vẫn nguyên.",
        "Xem lại tệp rồi chọn lại.",
    ),
    "forms.refused": Sentence(
        "Chưa dùng được bộ biểu mẫu này: {count} chỗ cần sửa.",
        "Bộ biểu mẫu đang dùng vẫn nguyên.",
        "Sửa các chỗ đã nêu rồi chọn lại tệp.",
    ),
    "forms.not_kept": Sentence(
        "Chưa ghi được bộ biểu mẫu {id}: {reason}.",
        "Bộ biểu mẫu đang dùng vẫn nguyên.",
        "Kiểm tra ổ đĩa và quyền ghi của thư mục dữ liệu rồi làm lại.",
    ),
}

PROBLEMS: dict[str, str] = {
    "form_set_none": "Thư mục này không có tệp bộ biểu mẫu (.json).",
    "form_set_several": "Thư mục này có nhiều bộ biểu mẫu: {names}; hãy chọn một tệp.",
    "form_set_big": "Tệp lớn hơn {most} KB; có lẽ đây không phải biểu mẫu.",
    "form_set_not_utf8": "Tệp chưa được lưu theo bảng mã UTF-8.",
    "form_set_not_json": "Tệp chưa viết xong, hoặc thiếu dấu phẩy, ngoặc ở chỗ này.",
    "form_set_twice": "Tên “{name}” được viết hai lần trong cùng một mục.",
    "form_set_value": "Giá trị ở đây chưa đúng kiểu mà biểu mẫu cần.",
    "form_set_missing": "Còn thiếu mục “{name}”.",
    "form_set_name_unknown": "Chương trình không biết mục tên “{name}”; có thể viết nhầm.",
    "form_set_form_unknown": "Chương trình không có giấy nào tên “{name}”.",
    "form_set_no_date": "Chưa ghi ngày có hiệu lực (effective_from), dạng 2025-07-01.",
    "form_set_date_odd": "Ngày có hiệu lực không hợp lý.",
    "form_set_no_basis": "Chưa ghi căn cứ (basis), ví dụ “Thông tư 03/2025/TT-VPCP”.",
    "form_set_id": "Mã bộ biểu mẫu chỉ gồm chữ không dấu, số và gạch nối, nhiều nhất 40 ký tự.",
    "form_set_margin": "Lề này cần trong khoảng từ {least} đến {most} mm.",
    "form_set_count": "Chỗ này cần đúng {count} mục.",
    "form_set_column_empty": "Cột “{name}” không có dữ liệu: sẽ để trống cho viết tay.",
    "form_set_lacks": "Bộ này không có giấy “{name}”: giấy ấy sẽ không in được.",
    "form_set_symbols_crowded": (
        "Trên khổ {page}, mã vạch và mã QR không còn đủ chỗ cạnh nhau; hãy giảm lề."
    ),
}


def finding_words(file: str, place: str, problem: Problem) -> str:
    """Return "letters/guide.json, chỗ title: Câu này dài quá 120 ký tự.".

    `place` is a JSON pointer, or line and column ("3:17") of a file that isn't whole.
    """
    line, colon, column = place.partition(":")
    if colon and line.isdecimal() and column.isdecimal():
        at = tr("dòng {line}, cột {column}").format(line=line, column=column)
    elif place:
        at = tr("chỗ {place}").format(place=place.strip("/"))
    else:
        at = ""
    return f"{', '.join(part for part in (file, at) if part)}: {problem_words(problem)}"
