"""Acts that a server didn't take: synthetic, for tests of the panel and for pictures of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from counter_app.domain.acts.files import PaperScanned
from counter_app.domain.acts.kinds import KINDS, Body, Kind
from counter_app.domain.acts.steps import Change, Complained, Corrected, Withdrawn
from counter_app.domain.dates import VIETNAM
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.journal.entry import Author, ChainHead, body_bytes, seal
from counter_app.domain.settling.three_ways import differences
from counter_app.services.answers.answered import Answered, Mark, ServerWords, Way

TODAY = date(2025, 7, 1)
NOW = datetime(2025, 7, 1, 10, 5, tzinfo=VIETNAM)


def of(body: Body, said: ServerWords, *ways: Way, theirs: tuple[str, ...] = ()) -> Answered:
    """Return an act with what the server said of it; `theirs` are its values of a correction."""
    entry = seal(
        ChainHead("019a0000-0000-7000-8000-0000000000c1"),
        uid="019a0000-0000-7000-8000-000000000001",
        kind=KINDS[type(body)],
        data=body_bytes(body),
        author=Author("cb-01", "online", "2"),
        occurred_at=NOW,
        clock_quality=ClockQuality.SYNCED,
        dossier="019a0000-0000-7000-8000-0000000000d1",
    )
    changes = body.changes if isinstance(body, Corrected) else ()
    found = tuple(
        each
        for change, value in zip(changes, theirs, strict=True)
        for each in differences(change, value)
    )
    return Answered(entry, body, said, "H26.15-250701-0199", "Nguyễn Thị Mẫu", ways, None, found)


SCHEMA = ("body-schema", "Nội dung chưa đúng mẫu", "Xem các ô được đánh dấu.")
SCAN = of(
    PaperScanned("Tờ khai đăng ký khai sinh", "ab" * 32, 183_000, 20_000, "scanner"),
    ServerWords(*SCHEMA, (Mark("/body/pages", "out_of_range"),)),
    Way.MEND,
    Way.DROP,
)
COMPLAINT = of(
    Complained("Chậm trả kết quả so với phiếu hẹn", "Trần Thị Mẫu", "0900 000 1"),
    ServerWords(*SCHEMA, (Mark("/body/phone", "string_too_short"), Mark("/body/by_name", "value"))),
    Way.MEND,
    Way.DROP,
)
DIFFERS = of(
    Corrected(
        "gõ nhầm khi tiếp nhận",
        (
            Change(
                "/applicant",
                '{"name": "Nguyễn Thị Mâu", "phone": "0900000100"}',
                '{"name": "Nguyễn Thị Mẫu", "phone": "0900000111"}',
            ),
            Change("/note", '"Nhận kết quả buổi sáng"', '"Nhận kết quả buổi chiều"'),
        ),
    ),
    ServerWords(
        "correction-differs",
        "Ô này đã được sửa ở nơi khác",
        "So sánh rồi quyết định giữ bản nào.",
        (Mark("/body/changes/0", "differs"), Mark("/body/changes/1", "differs")),
    ),
    Way.CHOOSE,
    Way.DROP,
    theirs=(
        '{"name": "Nguyễn Thị Mâu", "phone": "0900000222"}',
        '"Nhận thay: Trần Văn Ví Dụ, có giấy ủy quyền"',
    ),
)
LATE = of(
    Withdrawn("Công dân đề nghị rút"),
    ServerWords(
        "step-impossible",
        "Hồ sơ không còn ở bước này",
        "Xem hồ sơ mới nhất rồi chọn bước khác.",
        (Mark("/kind", "step_withdrawn_impossible"),),
        (Kind.CORRECTED, Kind.TOLD, Kind.REOPENED, Kind.COMPLAINED),
    ),
    Way.DROP,
)
FLAGGED = replace(
    of(Withdrawn("Công dân đề nghị rút"), ServerWords(), Way.REVIEW),
    flags=("due-differs", "clock-off"),
)
