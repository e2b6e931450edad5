"""What groups of dossiers are called on sheets, and in which order they stand."""

from __future__ import annotations

from collections.abc import Callable

from counter_app.domain.procedures.channels import Channel
from counter_app.services.reports.asked import Asked

CHANNELS = {
    Channel.COUNTER.value: "Trực tiếp",
    Channel.ONLINE.value: "Trực tuyến",
    Channel.POST.value: "Bưu chính công ích",
}

NO_FIELD = "Chưa rõ lĩnh vực"


def field_name(_: Asked, name: str) -> str:
    """Return the field (lĩnh vực)."""
    return name or NO_FIELD


def procedure_name(asked: Asked, code: str) -> str:
    """Return the name that a procedure bore at the end of the span, with its code."""
    known = asked.reference.procedures
    found = known.version_on(code, asked.period.last) or known.version_on(code, asked.today)
    return f"{found.name} ({code})" if found else code or "Chưa rõ thủ tục"


def agency_name(asked: Asked, code: str) -> str:
    """Return the agency; one of another place has no code (phi địa giới)."""
    return asked.agency_name(code) if code else "Cơ quan ở nơi khác (phi địa giới)"


def counter_name(asked: Asked, number: str) -> str:
    """Return the counter as the Centre calls it."""
    counters = asked.reference.centre.counters
    found = next((each for each in counters if each.number == number), None)
    if found is None:
        return f"Quầy {number}" if number else "Chưa rõ quầy"
    return f"Quầy {found.number} – {found.name}"


def officer_name(asked: Asked, identifier: str) -> str:
    """Return the officer's name."""
    return asked.officer_name(identifier) if identifier else "Chưa rõ cán bộ"


def channel_name(_: Asked, channel: str) -> str:
    """Return the channel (kênh tiếp nhận)."""
    return CHANNELS.get(channel, channel or "Chưa rõ kênh")


NAMES: dict[str, Callable[[Asked, str], str]] = {
    "field_name": field_name,
    "procedure": procedure_name,
    "agency": agency_name,
    "counter": counter_name,
    "officer": officer_name,
    "channel": channel_name,
}
"""By the column that is grouped by."""
