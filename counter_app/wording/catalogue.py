"""Words for lists of procedures, for procedures at the counter, and for appointments."""

from __future__ import annotations

from counter_app.wording.sentence import Sentence

_KEPT = "Danh mục đang dùng được giữ nguyên."

WORDS: dict[str, Sentence] = {
    "catalogue.unreadable": Sentence(
        "Không mở được tệp {file}.",
        _KEPT,
        "Kiểm tra tệp còn ở đó và không bị chương trình khác khóa, rồi chọn lại.",
    ),
    "catalogue.too_large": Sentence(
        "Tệp {file} nặng {size} MB, vượt mức {limit} MB nên chưa được mở.",
        _KEPT,
        "Bỏ hình ảnh hoặc tách tệp theo lĩnh vực, rồi nhập từng phần.",
    ),
    "catalogue.packed": Sentence(
        "Tệp {file} có nội dung nén bất thường (giải nén quá {limit} MB hoặc có thành phần lạ).",
        _KEPT,
        "Mở tệp bằng Excel hoặc LibreOffice, lưu thành tệp .xlsx mới, rồi nhập lại.",
    ),
    "catalogue.too_many_rows": Sentence(
        "Tệp {file} có hơn {limit} dòng.",
        _KEPT,
        "Tách tệp theo lĩnh vực, rồi nhập từng phần.",
    ),
    "catalogue.broken": Sentence(
        "Tệp {file} bị hỏng hoặc không phải bảng tính .xlsx.",
        _KEPT,
        "Xin lại tệp gốc, hoặc mở bằng Excel, LibreOffice và lưu thành tệp .xlsx mới.",
    ),
    "catalogue.old_workbook": Sentence(
        "Tệp {file} là bảng tính kiểu cũ (.xls) hoặc có mật khẩu.",
        _KEPT,
        "Mở tệp, bỏ mật khẩu nếu có, lưu thành .xlsx, rồi nhập lại.",
    ),
    "catalogue.unknown_kind": Sentence(
        "Tệp {file} không phải bảng tính .xlsx, cũng không phải JSON.",
        _KEPT,
        "Chọn tệp danh mục thủ tục ở dạng .xlsx hoặc .json.",
    ),
    "catalogue.not_json": Sentence(
        "Tệp {file} không đọc được, lỗi ở dòng {line}.",
        _KEPT,
        "Xin nơi cung cấp xuất lại tệp JSON.",
    ),
    "catalogue.encoding": Sentence(
        "Tệp {file} không dùng bảng mã UTF-8.",
        _KEPT,
        "Lưu lại tệp với bảng mã UTF-8, rồi nhập lại.",
    ),
    "catalogue.wrong_columns": Sentence(
        "Tệp {file} thiếu cột: {missing}. Các cột thấy được: {seen}.",
        _KEPT,
        "Đặt tên cột theo mẫu trong tài liệu về danh mục, rồi nhập lại.",
    ),
    "catalogue.empty": Sentence(
        "Tệp {file} không có dòng dữ liệu nào.",
        _KEPT,
        "Kiểm tra lại tệp được chọn.",
    ),
}

_ROWS: dict[str, str] = {
    "catalogue.bad_code": "“{written}” không phải mã thủ tục (dạng 1.001193); dòng này không "
    "được nhập.",
    "catalogue.code_missing": "Dòng có tên thủ tục nhưng thiếu mã; dòng này không được nhập.",
    "catalogue.row_alone": "Dòng không có mã và không nối với thủ tục nào ở trên.",
    "catalogue.name_missing": "Không dòng nào cho biết tên thủ tục; thủ tục không được nhập.",
    "catalogue.name_too_long": "Tên dài hơn {limit} ký tự; thủ tục không được nhập.",
    "catalogue.paper_too_long": "Tên giấy tờ dài hơn {limit} ký tự; thủ tục không được nhập.",
    "catalogue.two_values": "Cột “{column}” có hai giá trị khác nhau cho một mã; thủ tục không "
    "được nhập.",
    "catalogue.two_codes": "Một thủ tục mang nhiều mã địa phương ({codes}); thủ tục không được "
    "nhập.",
    "catalogue.bad_channel": "Không rõ kênh tiếp nhận “{value}”; thủ tục không được nhập.",
    "catalogue.cell_error": "Ô ở cột “{column}” báo lỗi hoặc không có giá trị; thủ tục không "
    "được nhập.",
    "catalogue.ends_before_begin": "Ngày hết hiệu lực trước ngày có hiệu lực; thủ tục không được "
    "nhập.",
    "catalogue.item_unread": "Mục này không đúng cấu trúc ở vị trí {place}; mục không được nhập.",
    "catalogue.clash": "Một phiên bản được ghi hai lần với nội dung khác nhau; cả hai không được "
    "nhập.",
    "catalogue.given_twice": "Một phiên bản được ghi hai lần giống nhau; chỉ giữ một.",
    "catalogue.same_name": "Tên trùng với thủ tục {other}; cả hai được giữ, cần đối chiếu.",
    "catalogue.values_differ": "Cột “{column}” có nhiều giá trị khác nhau; để trống chờ xác nhận.",
    "catalogue.value_unread": "Không đọc được “{value}” ở cột “{column}”; để trống chờ xác nhận.",
    "catalogue.limit_missing": "Không có thời hạn giải quyết; cơ quan cần xác nhận.",
    "catalogue.limit_without_unit": "Thời hạn “{text}” chưa rõ đơn vị; cơ quan cần chọn đơn vị.",
    "catalogue.limit_unread": "Chưa hiểu thời hạn “{text}”; cơ quan cần xác nhận.",
    "catalogue.limits_differ_counter": "Nộp trực tiếp có nhiều thời hạn ({text}); cần chọn một.",
    "catalogue.limits_differ_online": "Nộp trực tuyến có nhiều thời hạn ({text}); cần chọn một.",
    "catalogue.limits_differ_post": "Nộp qua bưu chính có nhiều thời hạn ({text}); cần chọn một.",
    "catalogue.note_as_paper": "“{paper}” giống lời ghi chú hơn là giấy tờ; cần giữ lại hay bỏ.",
    "catalogue.same_paper": "Giấy tờ “{paper}” được ghi hai lần; chỉ giữ một.",
    "catalogue.same_step": "Bước “{step}” được ghi hai lần; chỉ giữ một.",
    "catalogue.step_order": "Hai bước cùng có thứ tự {order}; thủ tục không được nhập.",
    "catalogue.step_time": "Không đọc được thời gian của bước: “{text}”; thủ tục không được nhập.",
    "catalogue.many_steps": "Quy trình có hơn {limit} bước; thủ tục không được nhập.",
    "catalogue.fee_missing": "Khoản “{name}” chưa có mức thu; cần nhập.",
    "catalogue.fee_by_council": "Khoản “{name}” do Hội đồng nhân dân quy định; cần nhập mức thu.",
    "catalogue.fee_zero": "Khoản “{name}” ghi 0 đồng, thường là ô chưa nhập; cần xác nhận mức thu.",
    "catalogue.fee_free": "Khoản “{name}” được nhập là không thu tiền; cần xác nhận.",
    "catalogue.fee_small": "Khoản “{name}” ghi “{text}”, quá nhỏ để là số đồng; cần nhập mức thu.",
    "catalogue.fee_unread": "Khoản “{name}”: chưa hiểu mức thu “{text}”; cần nhập.",
}

_COUNTER: dict[str, str] = {
    "procedure.received_in_ministry": "Thủ tục {procedure} phải đăng ký trên hệ thống của bộ, "
    "ngành; tại đây chỉ ghi lượt tiếp công dân.",
    "procedure.received_in_national": "Thủ tục {procedure} phải đăng ký trên Cổng Dịch vụ công "
    "quốc gia; tại đây chỉ ghi lượt tiếp công dân.",
    "procedure.not_in_force": "Thủ tục {procedure} không có hiệu lực vào ngày {date}.",
    "procedure.unknown_case": "Thủ tục không có trường hợp “{case}”.",
    "procedure.case_not_chosen": "Chưa chọn trường hợp của thủ tục {procedure}.",
    "procedure.no_counter_channel": "Danh mục không cho nộp trực tiếp thủ tục {procedure}.",
    "procedure.no_online_channel": "Danh mục không cho nộp trực tuyến thủ tục {procedure}.",
    "procedure.no_post_channel": "Danh mục không cho nộp qua bưu chính thủ tục {procedure}.",
    "procedure.limit_unknown": "Thời hạn chưa rõ ({text}); cán bộ tự nhập ngày hẹn.",
    "officer.not_active": "Tài khoản của {name} đã ngừng hoạt động; hồ sơ sẽ được đánh dấu.",
    "officer.not_appointed": "Chưa có quyết định cử {name} tiếp nhận hồ sơ; hồ sơ sẽ được đánh "
    "dấu.",
    "officer.appointment_over": "Quyết định {decision} đã hết hiệu lực ngày {date}; hồ sơ sẽ "
    "được đánh dấu.",
    "officer.appointment_not_begun": "Quyết định {decision} có hiệu lực từ {date}; hồ sơ sẽ được "
    "đánh dấu.",
    "officer.outside_appointment": "{name} chưa được cử tiếp nhận thủ tục của {agency}; "
    "hồ sơ sẽ được đánh dấu.",
}

PROBLEMS: dict[str, str] = {**_ROWS, **_COUNTER}
