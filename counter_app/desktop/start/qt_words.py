"""Qt's own words in Vietnamese (Qt ships none): its file dialog, its questions, a line's menu.

Where the system has a file dialog of its own, as Windows has, that one is shown in the system's
language. A bare Linux desktop has none, and Qt's speaks English until somebody translates it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, QObject, QTranslator

_EDITING = {
    "&Undo": "&Hoàn tác",
    "&Redo": "&Làm lại",
    "Cu&t": "&Cắt",
    "&Copy": "Ché&p",
    "&Paste": "&Dán",
    "Delete": "Xóa",
    "Select All": "Chọn hết",
}
WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "QFileDialog": {
            "&Look in:": "T&rong thư mục:",
            "File &name:": "Tên &tệp:",
            "Files of &type:": "L&oại tệp:",
            "Directory:": "Thư mục:",
            "&Choose": "&Chọn",
            "&Open": "&Mở",
            "&Save": "&Lưu",
            "&Rename": "Đổi &tên",
            "&Delete": "&Xóa",
            "&New Folder": "Thư mục mớ&i",
            "New Folder": "Thư mục mới",
            "Show &hidden files": "Hiện tệp ẩ&n",
            "Show ": "Hiện ",
            "Files": "Tệp",
            "Directories": "Thư mục",
            "All Files (*)": "Mọi tệp (*)",
            "Back": "Lùi",
            "Forward": "Tiến",
            "Go back": "Lùi lại",
            "Go forward": "Tiến tới",
            "Parent Directory": "Thư mục cha",
            "Go to the parent directory": "Lên thư mục cha",
            "Create New Folder": "Tạo thư mục mới",
            "Create a New Folder": "Tạo một thư mục mới",
            "List View": "Danh sách",
            "Change to list view mode": "Xem dạng danh sách",
            "Detail View": "Chi tiết",
            "Change to detail view mode": "Xem dạng chi tiết",
            "Sidebar": "Thanh bên",
            "List of places and bookmarks": "Các nơi thường dùng",
            "Recent Places": "Vừa mở",
            "%1 already exists.\nDo you want to replace it?": "%1 đã có.\nGhi đè tệp này?",
            "%1\nDirectory not found.\nPlease verify the correct directory name was given.": (
                "%1\nKhông thấy thư mục này. Xem lại tên thư mục."
            ),
            "%1\nFile not found.\nPlease verify the correct file name was given.": (
                "%1\nKhông thấy tệp này. Xem lại tên tệp."
            ),
            "'%1' is write protected.\nDo you want to delete it anyway?": (
                "“%1” được bảo vệ, không cho ghi.\nVẫn xóa?"
            ),
            "Are you sure you want to delete '%1'?": "Xóa “%1”?",
            "Could not delete directory.": "Chưa xóa được thư mục.",
        },
        "QAbstractFileIconProvider": {"Drive": "Ổ", "Folder": "Thư mục", "File": "Tệp"},
        "QFileSystemModel": {
            "Computer": "Máy này",
            "Name": "Tên",
            "Size": "Cỡ",
            "Type": "Loại",
            "Date Modified": "Sửa lúc",
        },
        "QPlatformTheme": {
            "OK": "Đồng ý",
            "Cancel": "Thôi",
            "Open": "Mở",
            "Save": "Lưu",
            "Close": "Đóng",
            "&Yes": "&Có",
            "&No": "&Không",
        },
        "QLineEdit": _EDITING,
        "QWidgetTextControl": _EDITING,
    }
)
"""Qt's class → its words → ours. An access key (`&`) is one that its neighbours don't have."""


class QtWords(QTranslator):
    """Answers Qt's questions for words; those that it doesn't know stay Qt's own."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def isEmpty(self) -> bool:  # noqa: N802 (Qt's name)
        """Never: Qt doesn't ask an empty one."""
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """Return our words; None for others: an empty text would be shown as one."""
        del disambiguation, n
        return WORDS.get(context, {}).get(source)


def speak_vietnamese(application: QCoreApplication) -> None:
    """Let Qt's own dialogs speak Vietnamese. Twice is harmless."""
    if application.findChild(QtWords) is None:
        application.installTranslator(QtWords(application))
