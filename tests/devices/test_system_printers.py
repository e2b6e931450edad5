from __future__ import annotations

import subprocess
from collections.abc import Sequence

import pytest

from counter_app.devices.system_printers import PrinterList, printers


def says(text: str) -> object:
    return lambda command: text


@pytest.mark.parametrize(
    ("platform", "text", "names"),
    [
        ("linux", "HP_107a\nKho_A5\n", ("HP_107a", "Kho_A5")),
        ("linux", "", ()),
        ("win32", '[{"Name":"HP 107a","PrinterStatus":0},{"Name":"PDF"}]', ("HP 107a", "PDF")),
        ("win32", '{"Name":"HP 107a"}', ("HP 107a",)),
        ("win32", "", ()),
    ],
)
def test_printers_are_read(platform: str, text: str, names: tuple[str, ...]) -> None:
    assert printers(says(text), platform) == PrinterList(names, asked=True)  # type: ignore[arg-type]


def test_a_system_without_a_spooler_has_no_printer() -> None:
    def fails(command: Sequence[str]) -> str:
        raise FileNotFoundError(command[0])

    def hangs(command: Sequence[str]) -> str:
        raise subprocess.TimeoutExpired(command, 10)

    for run in (fails, hangs, says("{")):
        assert printers(run, "win32") == PrinterList((), asked=False)  # type: ignore[arg-type]


def test_this_machine_answers() -> None:
    assert isinstance(printers().names, tuple)
