"""What a procedure promises and costs on one channel."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.deadlines.limit import Limit
from counter_app.domain.procedures.channels import Channel
from counter_app.domain.procedures.fees import FeeRule


@dataclass(frozen=True, slots=True)
class ChannelTerms:
    """The limit (thời hạn) and the fee rules of one channel: both often differ by channel."""

    channel: Channel
    limit: Limit
    fees: tuple[FeeRule, ...] = ()
