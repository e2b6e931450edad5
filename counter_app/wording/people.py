"""What the program says about persons, cards, numbers and addresses."""

from __future__ import annotations

from counter_app.wording.sentence import Sentence

PROBLEMS: dict[str, str] = {
    # citizen card
    "card_cut": "Mã QR bị đọc thiếu phần sau họ tên; hãy quét lại, hoặc đối chiếu và nhập tiếp.",
    "card_end_missing": "Chưa đọc được ngày cấp; địa chỉ có thể bị cắt, hãy đối chiếu với thẻ.",
    "card_birth_unreadable": "Chưa đọc được ngày sinh; hãy nhập theo thẻ.",
    "card_sex_unreadable": "Chưa đọc được giới tính; hãy chọn theo thẻ.",
    "card_address_missing": "Mã QR không có địa chỉ; hãy nhập theo giấy tờ.",
    "card_old_number": "Số chứng minh nhân dân cũ không đủ 9 chữ số.",
    "card_name_letters": "Họ tên có ký tự không phải chữ cái; hãy đối chiếu với thẻ.",
    "card_letters_lost": "Máy quét làm mất chữ ({letters}); hãy sửa theo thẻ.",
    "birth_in_future": "Ngày sinh ở sau ngày hôm nay.",
    "birth_long_ago": "Năm sinh {year} đã quá lâu; hãy xem lại.",
    "issued_before_birth": "Ngày cấp ở trước ngày sinh.",
    "issued_in_future": "Ngày cấp ở sau ngày hôm nay.",
    # personal number
    "number_province_unknown": "Ba số đầu {prefix} không phải mã tỉnh của Việt Nam; hãy đối chiếu.",
    "number_sex_differs": "Giới tính không khớp với số định danh.",
    "number_year_differs": "Năm sinh không khớp với số định danh (theo số là {year}).",
    # identities
    "identity_kind_missing": "Đã có số nhưng chưa chọn loại giấy tờ.",
    "identity_number_missing": "Chưa nhập số giấy tờ.",
    "identity_twelve_digits": "Số định danh phải có 12 chữ số (đang có {digits}).",
    "identity_old_card": "Số chứng minh nhân dân phải có 9 chữ số.",
    "passport_nationality_missing": "Chưa chọn quốc tịch của hộ chiếu.",
    "passport_nationality_shape": "Quốc tịch phải là mã hai chữ cái, ví dụ VN.",
    "passport_number_shape": "Số hộ chiếu có dạng lạ; hãy đối chiếu với hộ chiếu.",
    # tax codes
    "tax_code_shape": "Mã số thuế phải có 10, 12 hoặc 13 chữ số.",
    "tax_code_check_digit": "Mã số thuế không khớp chữ số kiểm tra; hãy đối chiếu với giấy tờ.",
    "tax_code_branch": "Số thứ tự đơn vị phụ thuộc không thể là 000.",
    # telephones
    "phone_old": "Số di động 11 chữ số đã đổi đầu số từ năm 2018; hãy hỏi số mới.",
    "phone_unknown": "Số điện thoại có dạng lạ; hãy hỏi lại người dân.",
    # addresses
    "address_candidates": "Địa chỉ cũ có thể ứng với {count} đơn vị mới; hãy hỏi và chọn.",
    "address_province_only": "Chỉ nhận ra {province}; hãy chọn xã, phường.",
    "address_unknown": "Chưa nhận ra đơn vị hành chính; hãy chọn xã, phường.",
}

_SAFE = "Thông tin đã nhập trên màn hình vẫn giữ nguyên."

NOT_A_CARD: dict[str, Sentence] = {
    "empty": Sentence("Máy quét không gửi nội dung nào.", _SAFE, "Hãy quét lại mã QR trên thẻ."),
    "too_short": Sentence(
        "Nội dung quét quá ngắn, không phải mã QR của thẻ căn cước.",
        _SAFE,
        "Hãy quét lại mã QR ở mặt trước (thẻ CCCD) hoặc mặt sau (thẻ căn cước).",
    ),
    "cut": Sentence(
        "Mã QR của thẻ bị đọc thiếu, chưa có họ tên.",
        "Số định danh đã đọc được và được giữ lại.",
        "Hãy quét lại, hoặc nhập tiếp bằng tay.",
    ),
    "two_cards": Sentence(
        "Hai thẻ khác nhau được quét liền nhau.", _SAFE, "Hãy quét lại từng thẻ một."
    ),
    "vneid": Sentence(
        "Đây là mã QR của VNeID: mã ký số chỉ có hiệu lực trong chốc lát, không đọc được ở đây.",
        _SAFE,
        "Hãy quét mã trên thẻ, hoặc nhập số định danh.",
    ),
    "link": Sentence(
        "Mã QR này là một đường dẫn, không phải thẻ căn cước.",
        _SAFE,
        "Hãy quét mã trên thẻ căn cước.",
    ),
    "bank": Sentence(
        "Mã QR này dùng để chuyển tiền, không phải thẻ căn cước.",
        _SAFE,
        "Hãy quét mã trên thẻ căn cước.",
    ),
    "passport": Sentence(
        "Đây là dòng mã của hộ chiếu hoặc mặt sau thẻ.",
        _SAFE,
        "Hãy quét mã QR, hoặc nhập số hộ chiếu.",
    ),
    "dossier_code": Sentence(
        "Đây là mã hồ sơ, không phải thẻ căn cước.",
        _SAFE,
        "Hãy quét mã này ở ô tìm kiếm hồ sơ.",
    ),
    "other": Sentence(
        "Mã vừa quét không phải thẻ căn cước.", _SAFE, "Hãy quét mã QR trên thẻ căn cước."
    ),
}
"""The sentence for each `NotACardWhy` value."""

REPAIRS: dict[str, str] = {
    "mojibake": "đã sửa lỗi bảng mã",
    "percent": "đã giải mã ký tự %",
    "html": "đã giải mã ký tự HTML",
    "nfd": "đã ghép dấu",
    "doubled": "thẻ được gửi hai lần, đã đọc một lần",
}
"""What was set right while reading a card; shown small, beside "Đã đọc thẻ"."""
