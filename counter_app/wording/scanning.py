"""Sentences about scanning papers: the scanner, files that are brought, files that are kept."""

from __future__ import annotations

from counter_app.wording.sentence import Sentence

_PAGES = "Các trang đã quét vẫn còn trên màn hình."
_DOSSIER = "Hồ sơ và các tệp đã lưu không thay đổi."
_BROUGHT = "Chưa có gì được lưu vào hồ sơ."

WORDS: dict[str, Sentence] = {
    "scanner": Sentence(
        "Máy scan {scanner} chưa quét được.", _PAGES, "Xem màn hình của máy rồi nhấn F6 để quét."
    ),
    "scanner.tool_missing": Sentence(
        "Máy tính này chưa cài phần mềm quét giấy ({package}).",
        _PAGES,
        "Vẫn đính kèm được tệp bằng Ctrl+O; báo quản trị cài {package}.",
    ),
    "scanner.none": Sentence(
        "Chưa thấy máy scan nào.",
        _PAGES,
        "Bật máy scan, cắm dây rồi nhấn F5 để tìm lại; hoặc nhấn Ctrl+O để đính kèm tệp.",
    ),
    "scanner.gone": Sentence(
        "Không liên lạc được với máy scan {scanner}.",
        _PAGES,
        "Kiểm tra nguồn và dây của máy rồi nhấn F6 để quét.",
    ),
    "scanner.busy": Sentence(
        "Máy scan {scanner} đang được chương trình khác dùng.",
        _PAGES,
        "Chờ máy quét xong, đóng chương trình kia rồi nhấn F6 để quét.",
    ),
    "scanner.jammed": Sentence(
        "Máy scan {scanner} bị kẹt giấy.",
        _PAGES,
        "Gỡ giấy kẹt, đặt lại các tờ chưa quét rồi nhấn F6.",
    ),
    "scanner.feeder_empty": Sentence(
        "Khay nạp của máy scan {scanner} chưa có giấy.",
        _PAGES,
        "Đặt giấy vào khay rồi nhấn F6; hoặc chọn quét trên mặt kính.",
    ),
    "scanner.cover_open": Sentence(
        "Máy scan {scanner} đang mở nắp.", _PAGES, "Đóng nắp rồi nhấn F6 để quét."
    ),
    "scanner.refused": Sentence(
        "Tài khoản đang dùng chưa được phép quét bằng máy {scanner}.",
        _PAGES,
        "Báo quản trị cấp quyền; hoặc nhấn Ctrl+O để đính kèm tệp.",
    ),
    "scanner.silent": Sentence(
        "Máy scan {scanner} không trả lời sau {seconds} giây, lần quét đã được dừng.",
        _PAGES,
        "Tắt rồi bật lại máy, nhấn F6 để quét.",
    ),
    "scanner.failed": Sentence(
        "Máy scan {scanner} báo lỗi ({reason}).",
        _PAGES,
        "Nhấn F6 để quét lại; nếu vẫn vậy, tắt rồi bật lại máy.",
    ),
    "attach": Sentence("Chưa đính kèm được tệp {name}.", _BROUGHT, "Chọn tệp khác."),
    "attach.unreadable": Sentence(
        "Không mở được tệp {name} ({reason}).",
        _BROUGHT,
        "Chép tệp vào máy này rồi chọn lại.",
    ),
    "attach.empty": Sentence("Tệp {name} trống.", _BROUGHT, "Chép lại tệp rồi chọn lại."),
    "attach.kind": Sentence(
        "Tệp {name} không phải PDF, JPEG, PNG hay TIFF.",
        _BROUGHT,
        "Lưu giấy tờ thành PDF hoặc ảnh rồi chọn lại.",
    ),
    "attach.damaged": Sentence(
        "Tệp {name} bị hỏng, không đọc được hết.",
        _BROUGHT,
        "Xin lại tệp từ công dân, hoặc quét từ bản giấy.",
    ),
    "attach.too_large": Sentence(
        "Tệp {name} nặng {size} MB, quá mức {most} MB.",
        _BROUGHT,
        "Tách tệp thành nhiều phần, hoặc quét từ bản giấy.",
    ),
    "attach.too_many_pages": Sentence(
        "Tệp {name} có {pages} trang, quá mức {most} trang.",
        _BROUGHT,
        "Tách tệp thành nhiều phần rồi chọn lại.",
    ),
    "attach.no_pages": Sentence("Tệp {name} không có trang nào.", _BROUGHT, "Chọn tệp khác."),
    "attach.page_size": Sentence(
        "Trang {page} của tệp {name} không có cỡ của một tờ giấy.",
        _BROUGHT,
        "Xin lại tệp từ công dân, hoặc quét từ bản giấy.",
    ),
    "attach.locked": Sentence(
        "Tệp {name} được khóa bằng mật khẩu hoặc hạn chế quyền đọc.",
        _BROUGHT,
        "Xin công dân tệp không khóa, hoặc quét từ bản giấy.",
    ),
    "attach.active": Sentence(
        "Tệp {name} có phần tự chạy bên trong ({what}) nên không được nhận.",
        _BROUGHT,
        "In tệp ra PDF mới rồi chọn lại, hoặc quét từ bản giấy.",
    ),
    "attach.within": Sentence(
        "Tệp {name} chứa tệp khác bên trong nên không được nhận.",
        _BROUGHT,
        "Lấy từng tệp ra rồi đính kèm riêng.",
    ),
    "attach.signed": Sentence(
        "Tệp {name} có chữ ký số; xoay, bỏ hay xếp lại trang sẽ làm mất chữ ký.",
        _BROUGHT,
        "Lưu riêng tệp này như đã nhận.",
    ),
    "scan_file": Sentence("Chưa dùng được tệp của {paper}.", _DOSSIER, "Nhấn F5 để xem lại."),
    "scan_file.already_there": Sentence(
        "{paper} đã có đúng tệp này.", _DOSSIER, "Không cần lưu lần nữa."
    ),
    "scan_file.unknown": Sentence(
        "Tệp của {paper} không còn trong hồ sơ.", _DOSSIER, "Nhấn F5 để xem lại."
    ),
    "scan_file.missing": Sentence(
        "Không thấy tệp của {paper} trên máy này ({path}).",
        "Hồ sơ vẫn nguyên; dấu vết của tệp vẫn còn trong nhật ký.",
        "Chép lại thư mục files từ bản sao lưu, hoặc gỡ tệp và quét lại.",
    ),
    "scan_file.cleared": Sentence(
        "Tệp của {paper} đã ở máy chủ của tỉnh và không còn giữ trên máy này.",
        "Hồ sơ và biên nhận của máy chủ vẫn nguyên.",
        "Cần xem lại thì nhờ quản trị lấy tệp từ máy chủ.",
    ),
    "scan_file.damaged": Sentence(
        "Tệp của {paper} đã bị thay đổi ngoài chương trình ({path}).",
        "Hồ sơ vẫn nguyên; tệp hỏng không được mở.",
        "Chép lại thư mục files từ bản sao lưu, hoặc gỡ tệp và quét lại.",
    ),
    "scan_file.not_written": Sentence(
        "Chưa lưu được tệp của {paper} vào ổ đĩa ({reason}).",
        "Các trang vẫn còn trên màn hình, hồ sơ không thay đổi.",
        "Giải phóng chỗ trên ổ đĩa rồi nhấn F9 để lưu.",
    ),
    "scan_file.reason": Sentence("Ghi lý do gỡ tệp của {paper}.", _DOSSIER, "Gõ lý do rồi Enter."),
}

PROBLEMS: dict[str, str] = {}
