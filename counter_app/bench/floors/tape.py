"""The floor of the papers: what our pages ask of reportlab's canvas, recorded and played back.

A tape takes the canvas's place while a paper is set and writes down every call. Played onto a real
canvas it is that paper as a bare reportlab program would draw it: the same text runs, faces,
subsets, lines and symbols, without measuring, wrapping or deciding anything.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import segno
from barcode.codex import Code128
from barcode.writer import BaseWriter
from reportlab.pdfgen import canvas as reportlab_canvas

_PARTS = frozenset({"beginText", "beginPath"})
_Call = tuple[str, tuple[Any, ...], dict[str, Any]]


class _Recorder:
    """Answers to every method by writing the call down."""

    def __init__(self) -> None:
        self._calls: list[_Call] = []

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def write_down(*arguments: Any, **named: Any) -> Any:
            self._calls.append((name, arguments, named))

        return write_down


class _Part(_Recorder):
    """A text object or a path: begun on the canvas, filled, and given back to it."""

    def __init__(self, begin: str, arguments: tuple[Any, ...]) -> None:
        super().__init__()
        self._begin = begin
        self._arguments = arguments

    def made_on(self, canvas: Any) -> Any:
        made = getattr(canvas, self._begin)(*self._arguments)
        for name, arguments, named in self._calls:
            getattr(made, name)(*arguments, **named)
        return made


class Tape(_Recorder):
    """What was asked of one canvas."""

    def __init__(self, _file: object, **options: Any) -> None:
        super().__init__()
        self._options = options

    def __getattr__(self, name: str) -> Callable[..., Any]:
        """Return a recorder of the calls of `name`."""
        if name in _PARTS:
            return lambda *arguments: _Part(name, arguments)
        return super().__getattr__(name)

    def play(self) -> bytes:
        """Draw it on a real canvas and return the file."""
        file = io.BytesIO()
        canvas = reportlab_canvas.Canvas(file, **self._options)
        for name, arguments, named in self._calls:
            if arguments and isinstance(arguments[0], _Part):
                arguments = (arguments[0].made_on(canvas), *arguments[1:])
            getattr(canvas, name)(*arguments, **named)
        return file.getvalue()


@contextmanager
def recording() -> Iterator[list[Tape]]:
    """Give the tapes of all canvases that are made inside, in their order."""
    tapes: list[Tape] = []

    def make(file: object, **options: Any) -> Tape:
        tapes.append(Tape(file, **options))
        return tapes[-1]

    with patch.object(reportlab_canvas, "Canvas", make):
        yield tapes


def draw_symbols(code: str) -> tuple[str, str]:
    """Return the paths of `code`'s two symbols as their libraries make them, without any care."""
    matrix = segno.make_qr(code, error="m", boost_error=False).matrix
    modules = " ".join(
        f"{x} {y} 1 1 re" for y, row in enumerate(matrix) for x, dark in enumerate(row) if dark
    )
    bars: str = Code128(code, _Bars()).render({"module_width": 1, "write_text": False})
    return modules, bars


class _Bars(BaseWriter):  # type: ignore[misc]
    def __init__(self) -> None:
        super().__init__(None, self._bar, None, self._finish)
        self._path: list[str] = []

    def _bar(self, x: float, _y: float, width: float, colour: object) -> None:
        if colour == self.foreground:
            self._path.append(f"{x} 0 {width} 1 re")

    def _finish(self) -> str:
        return " ".join(self._path)
