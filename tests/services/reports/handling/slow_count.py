"""The figures again, slowly: from entries and bodies alone, one dossier after the other.

Nothing here is shared with what it checks: no fold, no fact, no life, no SQL.
"""

from __future__ import annotations

import json
from collections import Counter
from datetime import date, datetime, timedelta
from typing import Any

from counter_app.domain.dates import vietnam_time
from counter_app.store.store import Store

CLOSINGS = {"refused": "refused", "withdrawn": "withdrawn", "stopped": "stopped"}
FACTS = ("field_name", "procedure", "agency", "counter", "officer", "channel")


def read(store: Store, hidden: set[str]) -> tuple[list[dict[str, Any]], list[Any]]:
    """Return every dossier that counts as what became of it, and all acts of money."""
    dossiers: dict[str, dict[str, Any]] = {}
    money = []
    with store.reading() as tx:
        entries = tx.journal.since(0, 100_000)
    for _, entry, data in entries:
        body, kind, at = json.loads(data or b"{}"), entry.kind.value, entry.occurred_at
        if kind == "received":
            one: dict[str, Any] = {
                "uid": entry.dossier,
                "end": "",
                "done": None,
                "returned": None,
                "waits": [],
            }
            one |= {"acts": [], "past": [], "post": False, "breaches": []}
            one |= {"due": when(body["promise"].get("due_at")), "at": when(body["received_at"])}
            one |= {"counter": entry.counter, "officer": entry.officer}
            one |= {"practice": body.get("practice", False), "paper": "paper_first" in body}
            describe(one, body)
            dossiers[str(entry.dossier)] = one
            one["paused"] = None
            taken = sum(fee["amount"] for fee in body.get("fees", []) if fee.get("collected"))
            money.append((entry, "at_reception", taken, one["practice"], entry.dossier))
        if kind in ("certified", "number_void"):
            money.append((entry, kind, body, body.get("practice", False), None))
        if entry.dossier in dossiers:
            one = dossiers[str(entry.dossier)]
            tell(one, kind, at, body)
            if kind in ("paid", "payment_cancelled"):
                sum_ = sum(line["amount"] for line in body["lines"])
                money.append((entry, kind, sum_, one["practice"], entry.dossier))
    alive = [
        one for one in dossiers.values()
        if not one["practice"] and one["end"] != "mistake" and one["uid"] not in hidden
    ]  # fmt: skip
    return alive, money


def describe(one: dict[str, Any], body: dict[str, Any]) -> None:
    ref = body["procedure"]
    one["procedure"], one["field_name"] = ref["code"], ref.get("field_name", "")
    one["agency"], one["channel"] = ref.get("agency_code", ""), body["channel"]


def tell(one: dict[str, Any], kind: str, at: datetime, body: dict[str, Any]) -> None:
    one["acts"].append((kind, at.date()))
    one["breaches"] += [(each["code"], at.date()) for each in body.get("breaches", [])]
    if kind != "received" and body.get("promise"):
        one["due"] = when(body["promise"].get("due_at"))
    if kind == "corrected":
        new = {each["pointer"].strip("/"): json.loads(each["after"]) for each in body["changes"]}
        old = {"procedure": {"code": one["procedure"], "field_name": one["field_name"]}}
        describe(one, old | {"channel": one["channel"]} | new)
    if kind in ("supplement_requested", "payment_demanded"):
        one["waits"] = [each for each in one["waits"] if each != kind] + [kind]
        one["paused"] = one["paused"] or at
    if kind in ("supplement_received", "paid", "result_taken_in"):
        over = {"supplement_received": "supplement_requested", "paid": "payment_demanded"}
        if kind != "paid" or body.get("part", "whole") != "advance":
            one["waits"] = [w for w in one["waits"] if kind in over and w != over[kind]]
        one["paused"] = one["paused"] if one["waits"] else None
    if kind in (*CLOSINGS, "returned"):
        one["past"].append((one["end"], one["done"]))
    if kind in CLOSINGS:
        mistake = kind == "withdrawn" and "nhầm" in body["reason"]
        one["end"], one["done"] = "mistake" if mistake else CLOSINGS[kind], at
    elif kind == "result_taken_in":
        one["done"] = at if one["end"] == "stopped" else one["done"] or at
        one["end"], one["past"] = "finished", []
    elif kind == "returned":
        one["end"], one["done"], one["returned"] = "returned", one["done"] or at, at
        one["post"] = body["basis"] == "post"
    elif kind == "reopened" and one["past"]:
        one["end"], one["done"] = one["past"].pop()
        one["returned"] = None


def figures(one: dict[str, Any], first: date, last: date, until: datetime) -> set[str]:
    """Return the figures of a span in which this dossier is counted."""
    came, due = one["at"].date(), one["due"]
    done = max(one["done"], one["at"]).date() if one["done"] else None
    within = lambda day: day is not None and first <= day <= last  # noqa: E731
    found = {one["channel"]} if within(came) else set()
    found |= {"paper_first"} if within(came) and one["paper"] else set()
    carried = came < first and (done is None or done >= first)
    found |= {"received", "handled"} if within(came) else set()
    found |= {"carried", "handled"} if carried else set()
    if within(done):
        found |= {one["end"]} & set(CLOSINGS.values())
        if one["end"] in ("finished", "returned", "refused"):
            found |= {"processed"} | ({"limited"} if due else {"unlimited"})
            late = due and one["done"] > due
            early = due and one["done"].date() < due.date()
            found |= {"late" if late else "early" if early else "on_time"} if due else set()
    if came <= last and (done is None or done > last):
        waits = one["paused"] is not None and one["paused"] < until
        overdue = due is not None and due < until
        found |= {"open", "open_" + ("waiting" if waits else "overdue" if overdue else "in_time")}
    if one["end"] == "returned" and within(one["returned"].date()):
        found |= {"returned"} | ({"returned_by_post"} if one["post"] else set())
    lies = one["end"] == "finished" or (one["end"] == "returned" and one["returned"].date() > last)
    if lies and done is not None and done <= last:
        days = (last - done).days
        age = "week" if days <= 7 else "month" if days <= 30 else "longer"
        found |= {"uncollected", f"uncollected_{age}"}
    names = {"supplement_requested": "supplemented", "due_extended": "extended"}
    names["apology_sent"] = "apologised"
    return found | {names[kind] for kind, day in one["acts"] if kind in names and within(day)}


def table(alive: list[Any], part: str, first: date, last: date, until: datetime) -> dict[Any, Any]:
    sums: dict[str, Counter[str]] = {}
    for one in alive:
        sums.setdefault(one[part], Counter()).update(figures(one, first, last, until))
    return {key: dict(found) for key, found in sums.items() if found}


def cash(money: list[Any], first: date, last: date) -> dict[str, int]:
    sums: Counter[str] = Counter()
    cost = {
        (f"{b['book']}/{b['book_year']}", b["serial"]): _fees(b)
        for _, kind, b, *_ in money
        if kind == "certified"
    }
    for entry, kind, amount, practice, _ in money:
        if practice or not first <= entry.occurred_at.date() <= last:
            continue
        if kind == "certified":
            sums[kind] += _fees(amount)
        elif kind == "number_void":
            sums["certified"] -= cost.get((amount["block"], amount["first"]), 0)
        else:
            sums[kind] += amount
    return {kind: amount for kind, amount in sums.items() if amount}


def _fees(certified: dict[str, Any]) -> int:
    return sum(int(fee["amount"]) for fee in certified.get("fees", []))


def when(text: str | None) -> datetime | None:
    return None if text is None else vietnam_time(datetime.fromisoformat(text))


def end_of(last: date, now: datetime) -> datetime:
    return min(datetime.combine(last + timedelta(days=1), datetime.min.time(), now.tzinfo), now)
