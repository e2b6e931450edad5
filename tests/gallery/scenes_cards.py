"""Cards, boxes, banner, toast, dialog: with the words of the pictures that were drawn first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import ChipTone, Tone
from counter_app.desktop.theme.type_scale import BOLD, Type
from counter_app.desktop.widgets.basics.badge import Badge, BadgeKind
from counter_app.desktop.widgets.basics.divider import Divider
from counter_app.desktop.widgets.basics.facts_line import FactsLine
from counter_app.desktop.widgets.basics.hint_line import Hint, HintLine
from counter_app.desktop.widgets.basics.icon_line import IconLine
from counter_app.desktop.widgets.basics.key_caps import KeyCaps
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.basics.status_chip import StatusChip
from counter_app.desktop.widgets.cards.banner import Banner
from counter_app.desktop.widgets.cards.card import Card
from counter_app.desktop.widgets.cards.empty_state import EmptyState
from counter_app.desktop.widgets.cards.fact_card import FactCard
from counter_app.desktop.widgets.cards.panel import Panel
from counter_app.desktop.widgets.cards.sheet import Sheet
from counter_app.desktop.widgets.cards.step_card import GAP, StepCard, StepState
from counter_app.desktop.widgets.cards.step_section import StepSection
from counter_app.desktop.widgets.cards.toast import Toast, ToastKind
from counter_app.desktop.widgets.cards.warn_box import OkBox, WarnBox
from counter_app.desktop.widgets.controls.check_row import CheckRow, ColumnHeads
from counter_app.desktop.widgets.controls.choice_row import ChoiceRow
from counter_app.desktop.widgets.controls.field import Field
from counter_app.desktop.widgets.controls.link_key import LinkKey
from counter_app.desktop.widgets.controls.primary_button import PrimaryButton, flush
from tests.gallery.scenes import Area, scene
from tests.gallery.scenes_parts import FACTS, column


def person(look: Look, state: StepState) -> StepCard:
    """Return the first step with a citizen in it."""
    card = StepCard(look, "1", "Chủ hồ sơ")
    card.set_state(state)
    name = QHBoxLayout()
    name.setSpacing(12)
    name.addWidget(Line(look, "Trần Thị Mẫu", Type.NAME))
    name.addWidget(StatusChip(look, "Thẻ đã đọc 09:13", ChipTone.OK, "card"))
    name.addStretch(1)
    name.addWidget(LinkKey(look, "Sửa", "F4"))
    facts = FactsLine(look)
    facts.set_facts(FACTS)
    second = QHBoxLayout()
    second.addWidget(facts, 1)
    second.addWidget(LinkKey(look, "4 hồ sơ trước", "Ctrl+L"))
    card.values.addLayout(name)
    card.values.addLayout(second)
    return card


def old_address(look: Look) -> WarnBox:
    """Return the box about an address that no longer exists."""
    box = WarnBox(look)
    text = "Chữ trên thẻ: Thôn 3, xã Mẫu Cũ, huyện Thử, tỉnh Ví Dụ"
    box.set("Địa chỉ trên thẻ là đơn vị cũ, nay đã chia về hai nơi", text)
    box.body.addWidget(
        ChoiceRow(look, "1", "Phường Mẫu, tỉnh Ví Dụ", "Địa bàn của trung tâm này", "00127")
    )
    box.body.addWidget(ChoiceRow(look, "2", "Xã Mẫu Đông, tỉnh Ví Dụ", "", "00128"))
    hints = HintLine(look)
    hints.set_hints(
        (
            Hint("1", "hoặc", joined=True),
            Hint("2", "chọn nơi ở hiện nay"),
            Hint("Enter", "để sau, phiếu ghi đúng chữ trên thẻ"),
        )
    )
    box.body.addWidget(hints)
    return box


def papers(look: Look) -> StepCard:
    """Return the step with four papers."""
    card = StepCard(look, "3", "Giấy tờ")
    card.set_state(StepState.DONE)
    card.set_line("Đủ 3 giấy tờ bắt buộc", Tone.TEXT)
    card.keys.addWidget(ColumnHeads(look, ("Bản chính", "Chứng thực", "Bản photo")))
    rows = (
        ("Tờ khai đăng ký khai sinh", "bắt buộc", ("1", "–", "–")),
        ("Giấy chứng sinh", "bắt buộc", ("1", "–", "–")),
        ("Giấy chứng nhận kết hôn của cha, mẹ", "xuất trình, trả lại ngay", ("–", "–", "–")),
        ("Văn bản ủy quyền", "không cần, chính chủ nộp", ("–", "–", "–")),
    )
    for number, (name, note, counts) in enumerate(rows, start=1):
        card.indented.addWidget(Divider(look))
        row = CheckRow(look, str(number), name, note=note, columns=counts)
        row.setChecked(number < len(rows))
        row.set_muted(number == len(rows))
        card.indented.addWidget(row)
    return card


def right_panel(look: Look, *, ready: bool) -> Panel:
    """Return the panel with fee, due date, delivery, note and the next act."""
    panel = Panel(look)
    fee = StepSection(look, "4", "Phí, lệ phí")
    due = StepSection(look, "5", "Hẹn trả")
    delivery = StepSection(look, "6", "Nhận kết quả")
    note = StepSection(look, "note", "Ghi chú")
    note.set_aside("không bắt buộc")
    for section in (fee, due, delivery):
        section.set_state(StepState.DONE if ready else StepState.UPCOMING)
        panel.add_section(section)
    fee.body.addWidget(Line(look, "8.000 đ" if ready else "", Type.MONEY, digits=True))
    words = "Lệ phí hộ tịch, mức của tỉnh từ 01/01/2025" if ready else "Có ngay khi chọn thủ tục"
    fee.body.addWidget(Line(look, words, Type.CAPTION, Tone.TEXT_2, elide=True))
    due.body.addWidget(Line(look, words, Type.CAPTION, Tone.TEXT_2, elide=True))
    delivery.body.addWidget(Line(look, "Tại quầy", weight=500))
    panel.add_section(note)
    panel.add_stretch()
    foot = QWidget()
    rows = QVBoxLayout(foot)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(6)
    if ready:
        enough = "Đủ để tiếp nhận"
        rows.addWidget(IconLine(look, "ok", enough, tone=Tone.TEXT, icon_tone=Tone.OK, weight=BOLD))
    else:
        rows.addWidget(Line(look, "Còn 2 việc trước khi in", weight=BOLD))
        todo = QHBoxLayout()
        todo.addWidget(Badge(look, "2", BadgeKind.FILLED, size=20))
        todo.addWidget(Line(look, "Chọn thủ tục"), 1)
        rows.addLayout(todo)
    button = PrimaryButton(look, "Tiếp nhận và in", "print", "F9", big=True)
    button.setEnabled(ready)
    rows.addSpacing(6)
    rows.addLayout(flush(button))
    panel.add_foot(foot)
    return panel


def scrolling(column_of_steps: QVBoxLayout) -> QScrollArea:
    """Return the steps in an area that scrolls when the type is big."""
    content = QWidget()
    column_of_steps.setContentsMargins(0, 0, 0, 0)
    content.setLayout(column_of_steps)
    area = QScrollArea()
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.viewport().setAutoFillBackground(False)
    content.setAutoFillBackground(False)
    return area


@scene("cards-steps")
def steps(look: Look) -> QWidget:
    page = QWidget()
    row = QHBoxLayout(page)
    row.setContentsMargins(15, 13, 16, 16)
    row.setSpacing(16)
    left = QVBoxLayout()
    left.setSpacing(GAP)
    first = person(look, StepState.WARNING)
    first.set_current(True)
    first.values.addSpacing(10)
    first.values.addWidget(old_address(look))
    second = StepCard(look, "2", "Thủ tục")
    second.set_state(StepState.DONE)
    second.values.addWidget(Line(look, "Đăng ký khai sinh", Type.VALUE, weight=BOLD))
    second.values.addWidget(Line(look, "Hộ tịch · cấp xã · 1 ngày làm việc", tone=Tone.TEXT_2))
    for card in (first, second, papers(look)):
        left.addWidget(card)
    left.addStretch(1)
    row.addWidget(scrolling(left), 1)
    panel = right_panel(look, ready=True)
    panel.setFixedWidth(min(look.px(322), 360))
    row.addWidget(panel)
    return page


@scene("cards-states", Area.OWN)
def states(look: Look) -> QWidget:
    upcoming = StepCard(look, "3", "Giấy tờ")
    upcoming.set_line("Hiện ra khi đã chọn thủ tục")
    upcoming.keys.addWidget(KeyCaps(look, "F6"))
    current = StepCard(look, "2", "Thủ tục")
    current.set_state(StepState.CURRENT)
    current.set_line("Tìm theo tên, chữ đầu hay đuôi mã")
    accepted = person(look, StepState.DONE)
    accepted.set_accepted(True)
    wrong = StepCard(look, "1", "Chủ hồ sơ")
    wrong.set_state(StepState.ERROR)
    field = Field(look, "Số định danh")
    field.set_problem("Số định danh có 12 chữ số, mới có 11.")
    wrong.values.addWidget(field)
    return column(upcoming, current, accepted, wrong, width=look.px(800))


@scene("cards-boxes", Area.OWN)
def boxes(look: Look) -> QWidget:
    offline = Banner(look, "cloud-off")
    offline.set(
        "Mất kết nối máy chủ từ 09:12. Vẫn tiếp nhận bình thường.",
        "7 việc đã lưu trên máy này và sẽ tự gửi khi có mạng. Không cần làm gì thêm.",
        "Thử lại sau 0:42",
    )
    numbers = FactCard(look, "hash", "Số hồ sơ được cấp")
    numbers.set("Còn 186", "Đủ khoảng 3 ngày · dải 0201–0400", 0.93)
    whole = FactCard(look, "database", "Kho trên máy")
    whole.set("Nguyên vẹn", "Mã hóa · kiểm lúc 07:02")
    facts = QHBoxLayout()
    facts.addWidget(numbers)
    facts.addWidget(whole)
    fits = OkBox(look)
    fits.set("Trần Thị Mẫu", "0011••••0456 · đúng chủ hồ sơ · thẻ đọc 09:26")
    fits.keys.addWidget(LinkKey(look, "Người khác", "F4"))
    wrong = WarnBox(look, error=True)
    wrong.set("Giấy tờ số 2 đã hết hạn", "Hạn dùng ghi trên giấy là 01/01/2024.")
    empty = Card(look)
    empty.body.addWidget(
        EmptyState(look, "search", "Không có hồ sơ nào khớp với chữ đã gõ.", "Xóa chữ", "Esc")
    )
    return column(offline, facts, fits, old_address(look), wrong, empty, width=look.px(800))


@scene("cards-toast", Area.OWN)
def toasts(look: Look) -> QWidget:
    page = QWidget()
    page.setMinimumSize(look.px(760), look.px(300))
    grid = QVBoxLayout(page)
    grid.setContentsMargins(0, 0, 0, 0)
    for kind, bold, rest in (
        (ToastKind.OK, "Đã đọc thẻ Trần Thị Mẫu.", "Khớp chủ hồ sơ."),
        (
            ToastKind.ERROR,
            "Chưa in được: máy in HP 107a hết giấy.",
            "Hồ sơ H26.15-250718-0123 đã lưu. Nạp giấy rồi nhấn F10 để in.",
        ),
    ):
        part = QWidget()
        part.setMinimumHeight(look.px(120))
        toast = Toast(look, part)
        toast.say(bold, rest, kind, "card" if kind is ToastKind.OK else "")
        grid.addWidget(part)
    return page


@scene("cards-sheet", Area.OWN)
def sheet(look: Look) -> QWidget:
    made = Sheet(
        look,
        None,
        "In lại giấy tiếp nhận H26.15-250701-0207",
        "Bản trước in lúc 09:11. Vì sao in lại?",
    )
    made.add_button("spoiled", "Bản trước hỏng / kẹt", "1", default=True)
    made.add_button("lost", "Công dân làm mất", "2")
    made.add_button("back", "Không in nữa", "Esc")
    made.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    return made
