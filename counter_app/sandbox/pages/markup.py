"""HTML out of plain functions: whatever isn't `Html` already is escaped, without exception."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from datetime import datetime

from counter_app.domain.dates import vietnam_time

_EMPTY = frozenset({"input", "br", "meta", "link"})


class Html(str):
    """Text that is HTML. Only `tag` and `joined` make it."""

    __slots__ = ()


def tag(name: str, /, *inside: object, **attributes: object) -> Html:
    """Return an element. `class_`, `for_` lose their underscore; True stands alone, None falls out.

    `inside` are elements, iterables of them, or anything else: that is shown as text.
    """
    told = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _EMPTY:
        return Html(f"<{name}{told}>")
    return Html(f"<{name}{told}>{joined(*inside)}</{name}>")


def joined(*parts: object) -> Html:
    """Return `parts` one behind the other."""
    return Html("".join(_part(each) for each in parts))


def table(head: Sequence[str], rows: Iterable[Sequence[object]], empty: str) -> Html:
    """Return a table, or the sentence `empty` when there are no rows."""
    lines = [tag("tr", [tag("td", cell) for cell in row]) for row in rows]
    if not lines:
        return tag("p", empty, class_="empty")
    titles = tag("tr", [tag("th", each, scope="col") for each in head])
    whole = tag("table", tag("thead", titles), tag("tbody", lines))
    return tag("div", whole, class_="scroll")


def mark(text: str, kind: str = "") -> Html:
    """Return a short word in a frame; `kind`: "", "good", "warn" or "bad"."""
    return tag("span", text, class_=f"mark {kind}".strip())


def muted(text: object) -> Html:
    """Return something of second rank."""
    return tag("span", text, class_="muted")


def moment(value: datetime | str | None) -> str:
    """Return a moment as people read it, "–" for none."""
    if not value:
        return "–"
    at = datetime.fromisoformat(value) if isinstance(value, str) else value
    return f"{vietnam_time(at):%d/%m/%Y %H:%M}"


def dong(amount: int) -> str:
    """Return an amount: `15.000 đ`."""
    return f"{amount:,} đ".replace(",", ".")


def _part(value: object) -> str:
    if isinstance(value, Html):
        return value
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "".join(_part(each) for each in value)
    return html.escape(str(value), quote=True)


def _attribute(name: str, value: object) -> str:
    if value is None or value is False:
        return ""
    said = name.rstrip("_").replace("_", "-")
    return f" {said}" if value is True else f' {said}="{html.escape(str(value), quote=True)}"'
