"""What the machine chooses from."""

from __future__ import annotations

from hypothesis import strategies as st

from counter_app.domain.acts.kinds import Body
from counter_app.domain.acts.results import ReturnBasis, Returned
from counter_app.domain.acts.steps import PaymentPart, Refused, Stopped, Withdrawn
from counter_app.domain.dossiers import way_back as going_back
from tests.made import person
from tests.services.life import model as life

FILE = "ab" * 32
DAYS = st.sampled_from([0, 1, 2, 12])
NOTES = st.sampled_from(
    [
        "receive",
        "take back",
        "receive",
        "take back",
        "phone",
        "promise",
        "code",
        "print",
        "scan",
        "unscan",
        "say",
    ]
)
RESTARTS = [
    frozenset(each) for each in ({life.PAPERS}, {life.MONEY}, (), {life.PAPERS, life.MONEY})
]
PARTS = st.sampled_from([PaymentPart.WHOLE, *PaymentPart])
CLOSINGS: dict[str, tuple[int, Body]] = {
    "refuse": (life.REFUSED, Refused("x")),
    "withdraw": (life.WITHDRAWN, Withdrawn("x")),
    "stop": (life.STOPPED, Stopped("x")),
    "undo": (life.WITHDRAWN, going_back.undone()),
    "cancel": (life.WITHDRAWN, going_back.cancelled("gõ nhầm")),
    "hand back": (life.RETURNED, Returned(person(), (), ReturnBasis.RECEIPT, "Phạm Thị Ví")),
}
