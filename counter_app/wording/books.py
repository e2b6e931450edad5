"""Words for what can keep a book from being made, written or closed."""

from __future__ import annotations

from counter_app.wording.sentence import Sentence

WORDS: dict[str, Sentence] = {
    "books.ask": Sentence(
        "Chưa lập được sổ theo các lựa chọn này.",
        "Chưa có gì thay đổi.",
        "Xem lại sổ, năm, quyển và ngày.",
    ),
    "books.stopped": Sentence(
        "Đã dừng lập sổ.", "Chưa có gì được in hay ghi ra tệp.", "Lập lại khi cần."
    ),
    "books.not_written": Sentence(
        "Chưa ghi được tệp {name}: {reason}.",
        "Dữ liệu trên máy vẫn nguyên vẹn.",
        "Đóng tệp nếu đang mở, hoặc chọn nơi lưu khác rồi ghi lại.",
    ),
    "books.lost": Sentence(
        "Bản đã khóa của {book} không dùng được: {reason}.",
        "Nhật ký vẫn giữ dấu của bản đó; không bản nào khác được in thay.",
        "Lấy lại từ bản sao lưu, hoặc in ở quầy đã khóa sổ.",
    ),
}

PROBLEMS: dict[str, str] = {
    "book_unknown": "Không có sổ “{book}”.",
    "book_year_odd": "Năm {year} chưa có sổ: chọn một năm đã bắt đầu.",
    "book_needs_counter": "{book} lập theo quyển: ghi số quầy.",
    "book_counter_unknown": "Danh sách không còn quầy {counter}; sổ vẫn lập theo dữ liệu đã có.",
    "book_days_turned": "Ngày đầu phải trước hoặc trùng ngày cuối.",
    "book_days_outside": "Sổ mở theo năm: chọn các ngày trong năm {year}.",
    "book_year_open": "Năm {year} chưa hết: chỉ khóa sổ từ ngày 01/01 năm sau.",
    "book_not_whole": "Chỉ khóa được cả năm, không khóa một khoảng ngày.",
    "book_closed_already": "Sổ này đã khóa ngày {day}.",
    "book_elsewhere": "Quyển {counter} chỉ khóa được ở quầy {counter}.",
    "book_empty": "Trong năm không có dòng nào: sổ khóa là sổ trống.",
    "book_counters_silent": "Chưa nhận đủ dữ liệu của quầy {counters} đến hết năm.",
    "book_unsent": "Quầy này còn {count} việc chưa gửi về tỉnh.",
    "book_unnumbered": "{count} hồ sơ còn mang mã tạm, chưa có dòng trong sổ.",
}
