"""The state of the data at a counter without a line: synthetic, as on a morning with an outage."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dates import VIETNAM
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.journal.queue_item import ItemState, QueueItem, next_action
from counter_app.services.counter.data_state import ClockState, DataState, NumbersLeft
from counter_app.services.keeping.store_care import Checked, Copied
from counter_app.store.subjects.deliveries import QueueCounts
from counter_app.store.subjects.files import FileCounts
from counter_app.sync.state import Chip, SyncState

NOW = datetime(2025, 7, 1, 10, 5, tzinfo=VIETNAM)


def at(hour: int, minute: int) -> datetime:
    return NOW.replace(hour=hour, minute=minute)


def item(
    number: int,
    moment: datetime,
    kind: Kind,
    code: str,
    applicant: str,
    state: ItemState = ItemState.WAITING,
) -> QueueItem:
    return QueueItem(
        f"entry-{number}", moment, kind, state, next_action(state), f"uid {code}", code, applicant
    )


ITEMS = (
    item(1, at(9, 12), Kind.RECEIVED, "H26.15-250701-0212", "Trần Thị Mẫu", ItemState.UNCONFIRMED),
    item(2, at(9, 24), Kind.SUPPLEMENT_REQUESTED, "H26.15-250630-0102", "Bùi Văn Thí Điểm"),
    item(3, at(9, 38), Kind.RETURNED, "H26.15-250627-0033", "Võ Thị Giả Định"),
    item(4, at(9, 50), Kind.RECEIVED, "H26.15-250701-0213", "Lê Văn Thử"),
    item(5, at(9, 51), Kind.PAID, "H26.15-250701-0213", "Lê Văn Thử"),
    item(6, at(10, 2), Kind.RECEIVED, "H26.15-250701-0214", "Phan Thị Mẫu Hai"),
    replace(
        item(
            7, at(10, 2), Kind.PRINTED, "H26.15-250701-0214", "Phan Thị Mẫu Hai", ItemState.BEHIND
        ),
        behind=Kind.RECEIVED,
    ),
)
ACCEPTED = (
    replace(
        item(8, at(9, 10), Kind.RECEIVED, "H26.15-250701-0211", "Đỗ Văn Ví Dụ", ItemState.ACCEPTED),
        answered_at=at(9, 10),
    ),
    replace(
        item(9, at(9, 8), Kind.RECEIVED, "H26.15-250701-0210", "Lý Thị Thử", ItemState.FLAGGED),
        flags=("due-differs",),
    ),
)
REFUSED = item(
    10, at(8, 0), Kind.RECEIVED, "H26.15-250701-0199", "Nguyễn Thị Mẫu Ba", ItemState.REFUSED
)

DATA = DataState(
    items=ITEMS,
    accepted=ACCEPTED,
    counts=QueueCounts(pending=6, unknown=1, oldest=at(9, 12)),
    dossiers=5,
    numbers=NumbersLeft(186, 200, ((215, 400),), date(2025, 7, 3), 3),
    clock=ClockState(ClockQuality.SYNCED, timedelta(seconds=3), at(9, 12)),
    encrypted=True,
    check=Checked(at(7, 2), whole=True, entries=900),
    copy=Copied(at(10, 2), "/media/canbo/KINGSTON/quay-2.db", 1_204),
    files=FileCounts(3, 4_100_000, 900_000, 0, 120, 21_700_000),
)
IN_NEED = replace(
    DATA,
    items=(REFUSED, *ITEMS),
    counts=QueueCounts(pending=6, unknown=1, refused=1, oldest=at(8, 0), oldest_in_need=at(8, 0)),
    numbers=NumbersLeft(),
    clock=ClockState(ClockQuality.LOCAL, timedelta(minutes=12), at(9, 12)),
    check=None,
    copy=None,
)
QUIET = replace(
    DATA,
    items=(),
    accepted=(),
    counts=QueueCounts(),
    dossiers=0,
    files=FileCounts(sent=123, sent_bytes=25_800_000),
)
FLAGGED = replace(DATA, flagged=(replace(ACCEPTED[1], flags=("due-differs", "clock-off")),))

OFFLINE = SyncState(
    Chip.OFFLINE,
    7,
    to_send=7,
    since=at(9, 12),
    oldest=at(9, 12),
    next_try=NOW + timedelta(seconds=42),
)
ATTENTION = SyncState(Chip.ATTENTION, 1, to_send=7, in_need=1, oldest=at(8, 0))
ALL_SENT = SyncState(Chip.ALL_SENT, last_round=at(10, 4))
SENDING_FILES = SyncState(Chip.ALL_SENT, last_round=at(10, 4), files=(3, 3_200_000))
