"""The key table: what each case takes beside what it may take (UX §2)."""

from __future__ import annotations

from tests.journeys.day import Row

HEAD = ("ca", "việc", "mạng", "phím", "≤", "nhấp", "≤", "quét", "KLM s", "≤", "đạt")
NOTE = (
    "Phím: mỗi phím của tổ hợp đều tính (Ctrl+1 là 2), chữ có dấu tính theo Telex. "
    "KLM: K 0,28 · P 1,10 · B 0,10 · H 0,40 · M 1,35 · quét 1,2 giây. A–I: mức của UX §2; "
    "H′, J–O: mức đã đạt được, để không chậm đi."
)

_WIDTHS = (3, 52, 17, 5, 3, 5, 2, 5, 6, 5, 4)
_LEFT = {0, 1, 2}


def cells(row: Row) -> tuple[str, ...]:
    """Return the cells of `row`."""
    effort, goal = row.effort, row.case.goal
    return (
        row.case.name,
        row.case.title,
        row.line.value,
        str(effort.keys),
        str(goal.keys),
        str(effort.clicks),
        str(goal.clicks),
        str(effort.scans),
        f"{effort.seconds:.1f}",
        f"{goal.seconds:g}",
        "đạt" if row.met else "CHƯA",
    )


def line(texts: tuple[str, ...]) -> str:
    """Return `texts` in columns."""
    return "  ".join(
        text.ljust(width) if at in _LEFT else text.rjust(width)
        for at, (text, width) in enumerate(zip(texts, _WIDTHS, strict=True))
    ).rstrip()
