"""Which line of the list of codes is this PC's."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from counter_app.domain.problems import Problem, false
from counter_app.domain.rollout.codes_list import (
    CODE,
    PC,
    CodeLine,
    ColumnMissingError,
    decoded,
    of_pc,
    read_lines,
)

_AT = "/codes_file"


def code_of_pc(
    data: bytes, path: Path, pc: str, told: Mapping[str, str]
) -> tuple[CodeLine | None, list[Problem]]:
    """Return the PC's line of a list of codes, and what is wrong with it.

    `told` are the file's own answers: a line that says another centre or counter contradicts them.
    """
    text = decoded(data)
    if text is None:
        return None, [false("rollout.not_text", _AT, path=path)]
    try:
        lines = of_pc(read_lines(text, (PC, CODE)), pc)
    except ColumnMissingError as error:
        return None, [false("rollout.no_column", _AT, path=path, column=error.args[0])]
    if not lines:
        return None, [false("rollout.no_line", _AT, path=path, pc=pc)]
    if len(lines) > 1:
        numbers = ", ".join(str(each.line) for each in lines)
        return None, [false("rollout.many_lines", _AT, path=path, pc=pc, lines=numbers)]
    line, problems = lines[0], []
    for name in ("centre", "counter"):
        said, answered = getattr(line, name), told.get(name)
        if said and answered and said != answered:
            problems.append(
                false(
                    "rollout.line_differs",
                    f"/{name}",
                    line=line.line,
                    path=path,
                    told=said,
                    name=name,
                    answered=answered,
                )
            )
    if not line.code:
        problems.append(false("rollout.no_code", _AT, pc=pc, line=line.line, path=path))
    return line, problems
