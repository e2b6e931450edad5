"""Words for what was asked for at the counter and can't be done as asked."""

from __future__ import annotations

from counter_app.wording.sentence import Sentence

WORDS: dict[str, Sentence] = {
    "work.not_enrolled": Sentence(
        "Máy này chưa được ghi danh vào hệ thống của tỉnh.",
        "Chưa có dữ liệu nào bị thay đổi.",
        "Chạy lệnh enrol với mã ghi danh một lần do quản trị cấp.",
    ),
    "work.already_enrolled": Sentence(
        "Máy này đã được ghi danh là máy quầy số {device} của {centre}.",
        "Hồ sơ đang có được giữ nguyên.",
        "Muốn ghi danh lại, hãy dùng một thư mục dữ liệu khác.",
    ),
    "work.enrol_code_shape": Sentence(
        "Mã ghi danh đã nhập có {length} ký tự, không đúng độ dài của một mã do tỉnh cấp.",
        "Chưa có gì thay đổi trên máy này.",
        "Hãy kiểm tra từng ký tự của mã rồi nhập lại.",
    ),
    "work.enrol_other_place": Sentence(
        "Máy chủ cấp cho mã này quầy {counter} của {centre} (máy quầy số {device}), không phải "
        "quầy {wanted_counter} của {wanted_centre}.",
        "Máy này chưa được ghi danh; mã vẫn dùng lại được, chỉ từ máy này.",
        "Hãy sửa trung tâm và quầy rồi chạy lại, hoặc nhờ tỉnh thu hồi máy {device}, cấp mã khác.",
    ),
    "work.enrol_interrupted": Sentence(
        "Chưa ghi danh được: {why}.",
        "Máy này chưa thay đổi; mã ghi danh vẫn dùng được, chỉ từ máy này.",
        "Hãy xử lý nguyên nhân vừa nêu rồi chạy lại đúng lệnh này.",
    ),
    "work.false_step": Sentence(
        "Chưa ghi được việc này cho hồ sơ {code}.",
        "Hồ sơ được giữ nguyên như trước.",
        "Xem lý do bên dưới rồi chọn việc phù hợp.",
    ),
    "work.breach_unconfirmed": Sentence(
        "Việc này vượt quy định đối với hồ sơ {code} ({limits}).",
        "Chưa có gì được ghi.",
        "Ghi lý do và người phụ trách đồng ý để tiếp tục; việc này được tính là vượt quy định.",
    ),
    "work.dossier_unknown": Sentence(
        "Hồ sơ {code} chưa có trên máy này.",
        "Mã đọc đúng; dữ liệu trên máy không thay đổi.",
        "Khi có mạng, máy sẽ tự nhận về; có thể hỏi máy chủ bằng lệnh tra cứu.",
    ),
    "work.foreign_code": Sentence(
        "Mã {code} do cơ quan khác cấp ({agency}).",
        "Dữ liệu trên máy không thay đổi.",
        "Hướng dẫn công dân đến đúng nơi cấp mã, hoặc tra cứu trên Cổng dịch vụ công quốc gia.",
    ),
    "work.procedure_unknown": Sentence(
        "Không có thủ tục {procedure} đang áp dụng trong danh mục của máy này.",
        "Nội dung đã nhập được giữ nguyên.",
        "Tìm thủ tục theo tên, hoặc báo quản trị cập nhật danh mục.",
    ),
    "work.clock_doubtful": Sentence(
        "Ngày của máy ({shown}) không thể đúng: việc gần nhất máy biết là ngày {latest}.",
        "Mọi hồ sơ đã tiếp nhận vẫn an toàn.",
        "Gõ ngày hôm nay hai lần ở hộp “Hôm nay là ngày nào?” rồi làm lại việc này.",
    ),
    "work.code_unreadable": Sentence(
        "Không đọc được mã hồ sơ từ nội dung đã quét.",
        "Chưa có gì được ghi.",
        "Quét lại mã vạch trên giấy tiếp nhận, hoặc gõ mã.",
    ),
    "work.offline_login": Sentence(
        "Chưa có mạng và cán bộ {officer} chưa được phép đăng nhập ngoại tuyến trên máy này.",
        "Dữ liệu trên máy vẫn an toàn.",
        "Nhờ cán bộ đã từng đăng nhập ở máy này, hoặc thử lại khi có mạng.",
    ),
    "work.taken_back": Sentence(
        "Tỉnh đang thu hồi máy quầy số {device} nên không tiếp nhận hồ sơ mới tại đây.",
        "Mọi hồ sơ trên máy này còn nguyên và vẫn được gửi đi.",
        "Mời công dân sang quầy khác; hỏi quản trị viên nếu máy vẫn cần dùng.",
    ),
    "work.not_drained": Sentence(
        "Còn {waiting} việc trên máy này mà máy chủ chưa nhận.",
        "Chưa có gì bị xóa.",
        "Xử lý các việc đó ở trang Tình trạng dữ liệu, chờ gửi hết rồi chạy lại lệnh này.",
    ),
    "work.wipe_not_ordered": Sentence(
        "Tỉnh chưa yêu cầu xóa dữ liệu của máy này.",
        "Chưa có gì bị xóa.",
        "Quản trị của tỉnh cần chọn “Gửi nốt rồi xóa dữ liệu máy” ở trang Thiết bị trước.",
    ),
    "work.machine_replaced": Sentence(
        "Máy quầy số {device} đã ngừng dùng để thay máy, nên không ghi việc mới tại đây.",
        "Mọi việc đã ghi trên máy này còn nguyên.",
        "Làm việc trên máy mới; hỏi quản trị viên nếu máy mới chưa dùng được.",
    ),
    "work.replace_not_now": Sentence(
        "Dữ liệu của máy quầy số {device} vừa được phục hồi và chưa hỏi lại máy chủ.",
        "Chưa có gì thay đổi, dữ liệu còn nguyên.",
        "Nối mạng, mở chương trình tới khi có liên lạc máy chủ, rồi thay máy.",
    ),
    "work.wrong_device_number": Sentence(
        "Số máy đã gõ không phải là số của máy này ({device}).",
        "Chưa có gì thay đổi.",
        "Kiểm tra xem đang ngồi đúng máy không, rồi gõ lại số máy.",
    ),
    "work.not_permitted": Sentence(
        "Việc này không thuộc vai trò của {officer}.",
        "Chưa có gì được ghi.",
        "Nhờ cán bộ được giao việc này, hoặc báo người phụ trách nếu bảng vai trò chưa đúng.",
    ),
    "work.answer_settled": Sentence(
        "Việc này đã được xử lý rồi.",
        "Không có gì được ghi thêm.",
        "Esc về danh sách; F5 để xem tình trạng mới nhất.",
    ),
    "work.answer_open": Sentence(
        "Chưa gửi lại được: {field}.",
        "Nội dung vừa gõ vẫn còn ở đây.",
        "Xem lại chỗ vừa nêu rồi nhấn Enter.",
    ),
    "work.no_round": Sentence(
        "Chưa liên lạc được với máy chủ: {why}.",
        "Việc đã ghi vẫn an toàn trên máy này.",
        "Thử lại khi có mạng.",
    ),
}

PROBLEMS: dict[str, str] = {
    "step_already_received": "Hồ sơ này đã được tiếp nhận.",
    "step_already_submitted": "Hồ sơ này đã được gửi đến trước đó.",
    "step_already_numbered": "Hồ sơ này đã có mã chính thức.",
    "step_numbered_impossible": "Hồ sơ chưa được tiếp nhận nên chưa cấp mã (trạng thái {status}).",
    "step_received_impossible": "Hồ sơ đã kết thúc, không tiếp nhận được (trạng thái {status}).",
    "step_unknown_dossier": "Hồ sơ này chưa có trên máy.",
    "step_supplement_requested_impossible": (
        "Hồ sơ không còn ở bước yêu cầu bổ sung được (trạng thái {status})."
    ),
    "step_supplement_received_impossible": "Hồ sơ không ở trạng thái chờ bổ sung.",
    "step_refused_impossible": "Hồ sơ đã qua bước có thể từ chối tiếp nhận (trạng thái {status}).",
    "step_withdrawn_impossible": "Hồ sơ đã kết thúc, không rút được nữa (trạng thái {status}).",
    "step_stopped_impossible": "Hồ sơ không ở bước dừng giải quyết được (trạng thái {status}).",
    "step_handed_over_impossible": "Hồ sơ đã kết thúc, không bàn giao nữa (trạng thái {status}).",
    "step_work_started_impossible": "Hồ sơ không ở bước bắt đầu xử lý được (trạng thái {status}).",
    "step_payment_demanded_impossible": (
        "Hồ sơ không ở bước yêu cầu nghĩa vụ tài chính được (trạng thái {status})."
    ),
    "step_result_taken_in_impossible": (
        "Hồ sơ đã kết thúc, không nhận kết quả về được (trạng thái {status})."
    ),
    "step_finished_impossible": "Hồ sơ đã kết thúc (trạng thái {status}).",
    "step_returned_impossible": (
        "Chưa trả kết quả được: kết quả chưa về, hoặc hồ sơ đã kết thúc (trạng thái {status})."
    ),
    "step_due_extended_impossible": "Hồ sơ không ở bước gia hạn được (trạng thái {status}).",
    "step_due_moved_impossible": "Hồ sơ không ở bước đổi ngày hẹn được (trạng thái {status}).",
    "step_apology_sent_impossible": "Hồ sơ đã kết thúc, không cần phiếu xin lỗi.",
    "step_reopened_impossible": "Hồ sơ đang mở, không cần mở lại (trạng thái {status}).",
    "reopened_no_supervisor": "Mở lại hồ sơ cần người phụ trách đồng ý.",
    "step_originals_compared_impossible": (
        "Hồ sơ đã kết thúc, không đối chiếu bản chính nữa (trạng thái {status})."
    ),
    "step_payment_cancelled_impossible": "Hồ sơ không có khoản thu nào để hủy.",
    "payment_unknown": "Không tìm thấy khoản thu này trong hồ sơ.",
    "payment_already_cancelled": "Khoản thu này đã được hủy trước đó.",
    "payment_lines_differ": "Bút toán đảo phải đúng bằng khoản đã thu.",
    "step_receipt_linked_impossible": "Hồ sơ chưa có khoản thu nào để gắn biên lai.",
    "step_scan_removed_impossible": "Hồ sơ không có tệp số hóa nào để gỡ.",
    "scan_unknown": "Tệp số hóa này không còn trong hồ sơ.",
    "undo_submitted": (
        "Hồ sơ nộp trực tuyến hoặc qua bưu chính: không hủy như ghi nhầm, hãy từ chối hoặc ghi rút."
    ),
    "undo_printed": "Giấy của hồ sơ này đã in: hãy hủy hồ sơ và ghi lý do.",
    "undo_another_day": "Hồ sơ tiếp nhận từ ngày khác: hãy hủy hồ sơ và ghi lý do.",
    "undo_gone_on": "Hồ sơ đã sang bước sau, không hủy như ghi nhầm được nữa.",
    "undo_elsewhere": "Hồ sơ do quầy {counter} tiếp nhận: quầy đó mới hủy được.",
    "cancel_no_reason": "Hủy hồ sơ cần ghi lý do.",
    "immediate_not": "Thủ tục này không trả kết quả ngay: hãy tiếp nhận và in giấy hẹn.",
    "reception_no_name": "Chưa có tên chủ hồ sơ.",
    "reception_no_procedure": "Chưa chọn thủ tục.",
    "reception_no_papers": "Chưa đánh dấu giấy tờ nào đã nhận.",
    "reception_paper_missing": "Thiếu giấy tờ bắt buộc: {paper}.",
    "reception_fee_open": "Chưa có mức thu: {fee}.",
    "reception_due_by_hand": "Ngày hẹn trả do cán bộ ấn định: cần ghi lý do.",
    "paper_first_no_reason": "Ghi nhận bằng giấy trước: cần ghi lý do.",
    "paper_first_no_moment": "Ghi nhận bằng giấy trước: cần ngày giờ trên giấy.",
    "paper_first_ahead": "Ngày giờ trên giấy ở sau lúc này: xem lại giấy.",
    "paper_first_no_version": "Ngày {date} thủ tục này chưa có trong danh mục: xem lại giấy.",
    "paper_first_long_ago": "Giấy ghi ngày {date}, đã hơn 30 ngày: xem lại trước khi ghi.",
    "reception_no_limit": "Chưa biết thời hạn giải quyết: chọn đơn vị thời gian.",
    "reception_submitter_capacity": "Người nộp khác chủ hồ sơ: chọn tư cách và giấy tờ kèm theo.",
    "reception_same_procedure_open": (
        "Công dân này đang có hồ sơ cùng thủ tục: {code}, tiếp nhận {date}."
    ),
}

BREACHES: dict[str, str] = {
    "supplement_again": "yêu cầu bổ sung lần thứ hai",
    "extension_again": "gia hạn lần thứ hai",
    "extension_late": "gia hạn khi còn dưới một ngày",
}
