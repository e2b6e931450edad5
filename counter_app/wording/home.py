"""Words for the home folder, its settings and the program's own parts."""

from __future__ import annotations

from counter_app.wording.sentence import Sentence

WORDS: dict[str, Sentence] = {
    "home.not_writable": Sentence(
        "Chưa ghi được vào {path} ({reason}).",
        "Dữ liệu đã lưu trước đó vẫn nguyên vẹn.",
        "Hãy kiểm tra quyền ghi và chỗ trống của ổ đĩa, hoặc chọn thư mục khác bằng --home.",
    ),
    "home.not_a_folder": Sentence(
        "{path} không phải là thư mục nên không dùng làm nơi giữ dữ liệu của quầy được.",
        "Chưa có gì bị thay đổi.",
        "Hãy chọn một thư mục bằng --home.",
    ),
    "home.path_unusable": Sentence(
        "Không dùng được {path} ({reason}).",
        "Dữ liệu của quầy vẫn nguyên vẹn.",
        "Hãy kiểm tra đường dẫn, quyền và chỗ trống của ổ đĩa rồi làm lại.",
    ),
    "home.output_lost": Sentence(
        "Chưa ghi được kết quả của lệnh ra nơi được chỉ định ({reason}).",
        "Dữ liệu của quầy vẫn nguyên vẹn.",
        "Hãy kiểm tra chỗ trống của ổ đĩa, hoặc cho lệnh in ra màn hình.",
    ),
    "home.nobody_to_ask": Sentence(
        "Lệnh này hỏi mật khẩu, mà ở đây không có ai gõ.",
        "Chưa có gì bị thay đổi.",
        "Hãy chạy lại lệnh trong một cửa sổ lệnh.",
    ),
    "home.in_use": Sentence(
        "Thư mục {path} đang được một chương trình khác sử dụng (tiến trình {pid}).",
        "Dữ liệu không bị thay đổi.",
        "Hãy chuyển sang cửa sổ đang mở, hoặc đóng cửa sổ đó rồi mở lại.",
    ),
    "home.settings_damaged": Sentence(
        "Không đọc được tệp cài đặt {path} ({reason}).",
        "Hồ sơ và khóa không nằm trong tệp này nên vẫn an toàn.",
        "Hãy sửa dòng được nêu, hoặc đổi tên tệp để dùng cài đặt mặc định.",
    ),
    "home.settings_refused": Sentence(
        "Cài đặt của quầy có mục không dùng được (tệp {path} hoặc tham số của lệnh).",
        "Chưa có gì được mở hay thay đổi.",
        "Hãy sửa các mục nêu dưới đây rồi mở lại.",
    ),
    "home.part_missing": Sentence(
        "Bản cài đặt thiếu thành phần {name}.",
        "Dữ liệu của quầy vẫn an toàn.",
        "Hãy cài lại chương trình; không cần xóa dữ liệu.",
    ),
}

PROBLEMS: dict[str, str] = {
    "settings.unknown_key": "Tệp cài đặt có mục lạ “{name}”; gần giống nhất là “{near}”.",
    "settings.wrong_kind": "Mục “{name}” trong cài đặt sai kiểu giá trị; cần kiểu {kind}.",
    "settings.wrong_choice": "Mục “{name}” trong cài đặt chỉ nhận: {choices}.",
    "settings.out_of_range": "Mục “{name}” trong cài đặt phải từ {low} đến {high}.",
    "settings.not_https": "Địa chỉ ở mục “{name}” phải có dạng https://tên-máy-chủ, không kèm tên "
    "đăng nhập hay tham số.",
}
