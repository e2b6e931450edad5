"""Scenes of Kiểm tra máy and Gói hỗ trợ."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget

from counter_app.desktop.presenters.checking.bundle_page import BundleActs, BundlePresenter
from counter_app.desktop.presenters.checking.checks_page import ChecksActs, ChecksPresenter
from counter_app.desktop.screens.checking.bundle_page import BundlePage
from counter_app.desktop.screens.checking.checks_page import ChecksPage
from counter_app.desktop.theme.look import Look
from counter_app.domain.dates import VIETNAM
from counter_app.services.support.bundle import Bundle, Part
from counter_app.services.support.finding import Finding
from tests.desktop.now_jobs import NowJobs
from tests.gallery.scenes import scene

GOOD = (
    Finding("Thành phần", ok=True, found="đủ 18; Python 3.11.9, Windows 10; Qt 6.11.3"),
    Finding("Phông giấy tờ", ok=True, found="Times New Roman, đủ 134 chữ có dấu"),
    Finding("Máy in", ok=True, found="HP LaserJet 107a, Microsoft Print to PDF"),
    Finding("Kho khóa", ok=True, found="Windows Credential Manager"),
    Finding("Dữ liệu", ok=True, found="4.310 bút toán, 0 chờ gửi, 0 cần xem"),
    Finding("Bản cũ chép lại", ok=True, found="không; máy này nhớ bút toán cuối của kho"),
    Finding("Sổ đã khóa", ok=True, found="3 sổ, đủ tệp"),
    Finding("Số hồ sơ", ok=True, found="hôm nay còn 27, sẵn cho 16 ngày"),
    Finding("Biểu mẫu", ok=True, found="hôm nay in theo TT03-2025 (tỉnh gửi về)"),
    Finding("Ổ đĩa", ok=True, found="còn trống 63.442 MB"),
)
SERVER = (
    Finding("Máy chủ", ok=True, found="motcua.tinh.example"),
    Finding("Đồng hồ", ok=True, found="lệch 3 giây"),
)
BAD = (
    Finding(
        "Lịch",
        ok=False,
        found="năm 2027 chưa được duyệt",
        next="cập nhật lịch khi tỉnh ban hành; ngày hẹn rơi vào năm đó được cảnh báo",
    ),
    Finding(
        "Kho khóa",
        ok=False,
        found="Không có kho khóa của hệ điều hành (keyring.backends.fail).",
        next="Dữ liệu trên máy vẫn nguyên vẹn và vẫn được mã hóa. Hãy bật kho khóa của hệ điều "
        "hành, hoặc để quản trị viên đặt allow_machine_file = true (kém an toàn hơn).",
    ),
)
LOG = "\n".join(
    f"2025-07-01 09:{minute:02}:11.402 +07 INFO    sync.loop sync.round outcome=whole failures=0 "
    f"batches=1 accepted={minute % 4} refused=0 changed=0 seconds=1.84"
    for minute in range(40)
)
PARTS = (
    Part("01-may.txt", "Máy và phiên bản", "program                      0.1.0\nqt  6.11.3"),
    Part("02-kham-may.txt", "Kết quả kiểm tra máy", "✓ Thành phần: đủ 18"),
    Part("03-cai-dat.txt", "Cài đặt, không có mật khẩu và khóa", "language   vi"),
    Part("04-kho.txt", "Kho dữ liệu: số dòng mỗi bảng", "revision   0011\njournal   4310"),
    Part("05-hang-cho.txt", "Hàng chờ gửi: trạng thái", "pending   0"),
    Part("nhat-ky.log", "Nhật ký chương trình", LOG),
    Part("su-co-20250701-091422-4f3a90c1.txt", "Báo cáo sự cố", "ValueError: no …"),
)


def nothing(*_: object) -> None:
    """Do nothing: a scene has nobody behind it."""


def checks(
    look: Look, local: tuple[Finding, ...], server: tuple[Finding, ...], *, answers: bool = True
) -> ChecksPage:
    acts, jobs = ChecksActs(lambda: local, lambda: server, nothing, nothing), NowJobs()
    made = ChecksPage(look, lambda view: ChecksPresenter(view, jobs, acts))
    if answers:
        made.arrive()
        return made
    jobs.hold()
    made.arrive()
    jobs.release(1)
    return made


def bundle(look: Look, *, has_key: bool = True) -> BundlePage:
    at = datetime(2025, 7, 1, 9, 14, tzinfo=VIETNAM)
    acts = BundleActs(
        read=lambda: Bundle("00217", at, PARTS),
        places=lambda: (),
        save=lambda made, folder: folder / made.file_name,
        has_key=has_key,
        notify=nothing,
    )
    made = BundlePage(look, lambda view: BundlePresenter(view, NowJobs(), acts))
    made.arrive()
    return made


@scene("kham-may")
def good(look: Look) -> QWidget:
    return checks(look, GOOD, SERVER)


@scene("kham-may-viec")
def bad(look: Look) -> QWidget:
    wrong = {each.what for each in BAD}
    return checks(look, (*(each for each in GOOD if each.what not in wrong), *BAD), SERVER)


@scene("kham-may-dang-hoi")
def asking(look: Look) -> QWidget:
    return checks(look, GOOD, (), answers=False)


@scene("goi-ho-tro")
def shown(look: Look) -> QWidget:
    made = bundle(look)
    made._list.select_row(5)
    return made


@scene("goi-ho-tro-da-luu")
def saved(look: Look) -> QWidget:
    made = bundle(look)
    made.presenter.save_to(Path("/media/quay2/KINGSTON"))
    return made


@scene("goi-ho-tro-chua-co-khoa")
def no_key(look: Look) -> QWidget:
    return bundle(look, has_key=False)
