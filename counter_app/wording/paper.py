"""Sentences about papers: fonts, symbols, texts that no page holds."""

from __future__ import annotations

from counter_app.wording.sentence import Sentence

WORDS: dict[str, Sentence] = {
    "paper": Sentence(
        "Chưa lập được bản in.",
        "Dữ liệu hồ sơ vẫn nguyên.",
        "Thử in lại bằng F10; nếu vẫn vậy, báo quản trị.",
    ),
    "paper.no_fonts": Sentence(
        "Chưa in được: máy này không có phông chữ in đủ chữ Việt (đã xem: {refused}).",
        "Hồ sơ đã lưu không bị ảnh hưởng.",
        "Cài gói fonts-liberation2 (Linux) hoặc Times New Roman (Windows), rồi nhấn F10 để in.",
    ),
    "paper.symbol": Sentence(
        "Chưa in: mã vạch của hồ sơ {dossier} đọc lại không khớp.",
        "Hồ sơ vẫn nguyên; không có tờ nào mang mã sai được in ra.",
        "Kiểm tra lại mã hồ sơ rồi nhấn F10 để in.",
    ),
    "paper.too_long": Sentence(
        "Chưa in được: nội dung “{what}” dài hơn một trang giấy.",
        "Hồ sơ vẫn nguyên; không chữ nào bị cắt bỏ.",
        "Rút ngắn nội dung này (F4) rồi nhấn F10 để in.",
    ),
    "paper.no_form": Sentence(
        "Chưa in được: bộ biểu mẫu {form_set} không có mẫu “{letter}”.",
        "Hồ sơ và nội dung vừa nhập vẫn nguyên.",
        "Báo quản trị cập nhật bộ biểu mẫu, rồi nhấn F10 để in.",
    ),
    "paper.preview": Sentence(
        "Chưa xem trước được: tệp này không phải PDF hoặc đã hỏng.",
        "Dữ liệu hồ sơ vẫn nguyên.",
        "Lập lại bản in bằng Shift+F9.",
    ),
}

PROBLEMS: dict[str, str] = {
    "letter_empty": "Chỗ này của biểu mẫu còn trống.",
    "letter_number_missing": "Dòng số của giấy chưa có chỗ ghi số.",
    "letter_too_many": "Chỗ này nhiều nhất là {most}.",
    "letter_text_long": "Câu này dài quá {longest} ký tự.",
    "letter_text_unclean": "Câu này có dấu cách thừa hoặc chữ chưa đúng bảng mã.",
    "letter_bold_open": "Dấu ** mở mà chưa đóng.",
    "letter_place_unreadable": "Chỗ điền trong dấu ngoặc nhọn viết chưa đúng.",
    "letter_value_unknown": "Chương trình không có giá trị tên “{name}” cho giấy này.",
    "letter_list_unknown": "Chương trình không có danh sách tên “{name}” cho giấy này.",
    "letter_column_unknown": "Bảng có cột “{name}” mà danh sách không có.",
    "letter_columns_wide": "Các cột rộng quá khổ giấy, hoặc chưa có một cột nhận phần còn lại.",
    "letter_overfull": "Với nội dung thường gặp, giấy này dài quá một trang {page}.",
    "letter_not_printable": "Không in được trên khổ {page}: phần “{what}” dài hơn một trang.",
    "letter_long_not_printable": (
        "Với nội dung dài nhất, không in được trên khổ {page}: phần “{what}” dài hơn một trang."
    ),
}
