"""Limits and fees of a group of rows, by channel."""

from __future__ import annotations

from datetime import date

from counter_app.domain.deadlines.limit import Limit, LimitUnit
from counter_app.domain.problems import doubt, false
from counter_app.domain.procedures.channels import Channel
from counter_app.domain.procedures.fees import FeeRule
from counter_app.domain.procedures.terms import ChannelTerms
from counter_app.services.catalogue_import import figures, values
from counter_app.services.catalogue_import.columns import Column
from counter_app.services.catalogue_import.groups import Group
from counter_app.services.catalogue_import.rows import Row

_NAMELESS = "Phí, lệ phí"


def channel_terms(group: Group) -> tuple[ChannelTerms, ...]:
    """Return the terms of every channel that the rows name; of the counter when they name none.

    A limit or fee on a row without a channel holds for every channel without a limit of its own. A
    channel with two different limits has none: which one counts, the agency must say.
    """
    limits: dict[Channel | None, dict[Limit, Row]] = {}
    fees: dict[Channel | None, dict[FeeRule, None]] = {}
    offered: set[Channel] = set()
    for row in group.rows:
        named = _channels(group, row)
        offered.update(named)
        limit = _limit(group, row)
        rule = _fee(group, row)
        for channel in named or (None,):
            if limit is not None:
                limits.setdefault(channel, {}).setdefault(limit, row)
            if rule is not None:
                fees.setdefault(channel, {})[rule] = None
    terms = []
    for channel in [each for each in Channel if each in offered] or [Channel.COUNTER]:
        rules = {**fees.get(None, {}), **fees.get(channel, {})}
        known = limits.get(channel) or limits.get(None, {})
        terms.append(ChannelTerms(channel, _one_limit(group, channel, known), tuple(rules)))
    return tuple(terms)


def _channels(group: Group, row: Row) -> tuple[Channel, ...]:
    written = row.cells.get(Column.CHANNEL, "")
    if not written:
        return ()
    found = values.channels(written)
    if found is None:
        # Without its channel neither a limit nor a fee of this row has a place.
        group.found(row, false("catalogue.bad_channel", value=row.text(Column.CHANNEL)[:60]))
    return found or ()


def _limit(group: Group, row: Row) -> Limit | None:
    text, unit = row.text(Column.LIMIT), row.text(Column.LIMIT_UNIT)
    if not text and not unit:
        return None
    limit, problem = figures.limit(text, unit)
    if problem:
        group.found(row, doubt(problem, text=limit.text))
    return limit


def _one_limit(group: Group, channel: Channel, found: dict[Limit, Row]) -> Limit:
    if len(found) == 1:
        return next(iter(found))
    if not found:
        group.found(group.rows[0], doubt("catalogue.limit_missing"))
        return Limit(LimitUnit.UNKNOWN)
    said = "; ".join(limit.text for limit in found)
    last = list(found.values())[-1]
    group.found(last, doubt(f"catalogue.limits_differ_{channel.value}", text=said[:120]))
    return Limit(LimitUnit.UNKNOWN, None, said)


def _fee(group: Group, row: Row) -> FeeRule | None:
    name, amount = row.text(Column.FEE), row.text(Column.AMOUNT)
    if not name and not amount:
        return None
    price = figures.price(amount)
    if price.problem:
        group.found(row, doubt(price.problem, name=name or _NAMELESS, text=amount[:60] or "–"))
    begin, end = _day(group, row, Column.FEE_FROM), _day(group, row, Column.FEE_TO)
    if begin and end and end < begin:
        group.unread(row, Column.FEE_TO)
        end = None
    return FeeRule(
        name=name or _NAMELESS,
        kind=values.fee_kind(row.text(Column.FEE_KIND), name),
        amount=price.amount,
        tariff=price.tariff,
        condition=row.text(Column.CONDITION),
        basis=row.text(Column.FEE_BASIS),
        set_by=row.text(Column.SET_BY),
        valid_from=begin,
        valid_to=end,
        by_council=price.by_council,
        published=amount,
    )


def _day(group: Group, row: Row, column: Column) -> date | None:
    text = row.text(column)
    found = values.day(text) if text else None
    if text and found is None:
        group.unread(row, column)
    return found
