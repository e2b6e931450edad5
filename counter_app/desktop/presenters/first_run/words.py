"""What the wizard says, and how it reads what is typed."""

from __future__ import annotations

import unicodedata

from counter_app.desktop.presenters.first_run.state import Field, Step
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.home import SettingsRefusedError
from counter_app.domain.errors.wire import CertificateError, EnrolRefusedError, TrustFileError
from counter_app.domain.errors.work import EnrolInterruptedError
from counter_app.domain.text import clean
from counter_app.i18n import tr
from counter_app.wording.sentences import halves, problem_words

STEPS: dict[Step, str] = {
    Step.SERVER: "Máy chủ của tỉnh",
    Step.CODE: "Mã ghi danh",
    Step.RECOVERY: "Mã phục hồi",
    Step.MOVE: "Việc của máy cũ",
    Step.PRINTER: "Máy in",
    Step.SCANNER: "Máy quét mã",
    Step.DONE: "Sẵn sàng",
}
"""The steps in the list; that of an old machine's work only where this one takes its place."""

TITLES: dict[Step, tuple[str, str]] = {
    Step.SERVER: (
        "Máy chủ của tỉnh",
        "Địa chỉ này do quản trị hệ thống một cửa của tỉnh cấp.",
    ),
    Step.CODE: (
        "Mã ghi danh của quầy",
        "Mỗi máy quầy được cấp một mã, dùng một lần. Gõ từng nhóm, hoặc quét từ giấy.",
    ),
    Step.RECOVERY: (
        "Máy này đã là một quầy của tỉnh",
        "Nếu máy hỏng, tỉnh dùng mã phục hồi này để mở lại hồ sơ chưa gửi.",
    ),
    Step.MOVE: (
        "Việc của máy cũ",
        "Cắm ổ USB đã ghi ở máy cũ (hoặc ổ nhật ký thứ hai), và ổ có khóa khôi phục của tỉnh.",
    ),
    Step.PRINTER: (
        "Máy in giấy tiếp nhận",
        "Chọn máy in và in thử một tờ. Có thể để sau: khi chưa có máy in, giấy được lưu thành tệp.",
    ),
    Step.SCANNER: (
        "Máy quét mã",
        "Quét thử theo hướng dẫn để máy nhận đúng thẻ căn cước. Có thể để sau.",
    ),
    Step.DONE: (
        "Quầy đã sẵn sàng",
        (
            "Đăng nhập lần đầu cần có mạng: gõ mật khẩu, hoặc mã kích hoạt do tỉnh cấp rồi tự đặt "
            "mật khẩu. Những lần sau đăng nhập được cả khi mất mạng."
        ),
    ),
}
"""Title and sentence of each step."""

REPLACING = (
    "Mã thay máy",
    "Tỉnh cấp cho đúng số máy cũ. Nếu máy cũ còn chạy, làm xong trang Thay máy ở đó trước.",
)
"""Title and sentence of the code that gives this machine an old one's place."""

_GROUP = 4


def server_address(typed: str) -> str:
    """Return the address, with https:// where none was typed; "" when there is none."""
    text = clean(typed).rstrip("/")
    return text if not text or "://" in text else f"https://{text}"


def plain_code(typed: str) -> str:
    """Return the code without what an input method made of it: marks and inner spaces."""
    apart = unicodedata.normalize("NFD", typed.replace("đ", "d").replace("Đ", "D"))
    return "".join(char for char in apart if char.isprintable() and not _is_mark_or_space(char))


def _is_mark_or_space(char: str) -> bool:
    return bool(unicodedata.combining(char)) or char.isspace()


def code_note(typed: str) -> str:
    """Return the code in groups of four, as it stands on paper, to be compared with it."""
    code = plain_code(typed).replace("-", "")
    if not code:
        return tr("Ví dụ: K7QF-3M9T. Bộ gõ tiếng Việt nên tắt khi gõ mã.")
    groups = " ".join(code[at : at + _GROUP] for at in range(0, len(code), _GROUP))
    return tr("Máy đọc được: {groups}").format(groups=groups)


def facts(
    centre: str, counter: str, counter_name: str, device: str, *, practice: bool
) -> tuple[tuple[str, str], ...]:
    """Return what this machine now is, as pairs of label and value."""
    name = f"{counter} · {counter_name}" if counter_name else counter
    shown = [
        (tr("Đơn vị"), centre),
        (tr("Quầy"), name),
        (tr("Máy quầy số"), device),
    ]
    if practice:
        shown.append((tr("Chế độ"), tr("Tập huấn: giấy in ra không có giá trị")))
    return tuple(shown)


def complaint(error: CounterError) -> tuple[Field, str]:
    """Return under which field an error of enrolment belongs, and its words."""
    what, rest = halves(error)
    if isinstance(error, SettingsRefusedError):
        named = {problem.field: problem_words(problem) for problem in error.problems}
        field = Field.CA_FILE if "/ca_file" in named else Field.SERVER
        return field, " ".join(named.values())
    if isinstance(error, EnrolRefusedError):
        return Field.CODE, tr(
            "Mã này không dùng được với {host}: chưa đúng, đã dùng hoặc hết hạn. "
            "Kiểm tra từng ký tự; nếu vẫn vậy, hãy xin tỉnh cấp mã mới."
        ).format(host=error.facts["host"])
    cause = error.__cause__ if isinstance(error, EnrolInterruptedError) else error
    if isinstance(cause, TrustFileError):
        return Field.CA_FILE, halves(cause)[0]
    if isinstance(error, EnrolInterruptedError):
        again = tr("Mã vẫn dùng được từ máy này: xử lý nguyên nhân rồi nhấn Enter để thử lại.")
        field = Field.SERVER if isinstance(cause, CertificateError) else Field.CODE
        return field, f"{what} {again}"
    return Field.CODE, f"{what} {rest}"
