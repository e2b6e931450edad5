"""Options as real scanners print them: each maker has other words."""

from __future__ import annotations

import pytest

from counter_app.devices.paper_scanners.document_scanner import Feed, Ink, ScanOrder
from counter_app.devices.paper_scanners.sane_options import (
    abilities,
    arguments,
    options,
    resolution,
)

DUPLEX = """
All options specific to device `fujitsu:fi-7160:1':
  Standard:
    --source ADF Front|ADF Back|ADF Duplex [ADF Front]
        Selects the scan source (such as a document-feeder).
    --mode Lineart|Halftone|Gray|Color [Lineart]
    --resolution 50..600dpi (in steps of 1) [600]
  Geometry:
    --page-width 0..221.121mm (in steps of 0.0211639) [215.872]
    -l 0..215.872mm (in steps of 0.0211639) [0]
    -x 0..215.872mm (in steps of 0.0211639) [215.872]
    -y 0..279.364mm (in steps of 0.0211639) [279.364]
"""

BROTHER = """
All options specific to device `brother4:net1;dev0':
    --mode Black & White|Gray[Error Diffusion]|True Gray|24bit Color[Fast] [24bit Color[Fast]]
    --resolution 100|150|200|300|400|600|1200|2400|4800|9600dpi [200]
    --source FlatBed|Automatic Document Feeder(left aligned) [Automatic Document Feeder]
    -x 0..211.9mm (in steps of 0.0999908) [211.881]
    -y 0..355.6mm (in steps of 0.0999908) [355.567]
"""

PLAIN = """
All options specific to device `old:0':
    --resolution 75|150|300dpi [75]
    -x 0..216mm [inactive]
    --brightness -100..100% (in steps of 1) [0]
"""


def test_a_feeder_without_glass() -> None:
    found = options(DUPLEX)
    assert abilities(found).feeds == (Feed.FEEDER, Feed.BOTH_SIDES)
    assert abilities(found).inks == (Ink.COLOUR, Ink.GREY, Ink.LINEART)
    assert arguments(found, ScanOrder("x", feed=Feed.BOTH_SIDES, ink=Ink.LINEART)) == [
        "--source", "ADF Duplex", "--mode", "Lineart", "--resolution", "200",
        "-x", "210", "-y", "279.364",
    ]  # fmt: skip


def test_names_with_brackets_and_steps() -> None:
    found = options(BROTHER)
    assert abilities(found).inks == (Ink.COLOUR, Ink.GREY, Ink.LINEART)
    said = arguments(found, ScanOrder("x", ink=Ink.COLOUR, dpi=240, feed=Feed.FEEDER))
    assert said == [
        "--source", "Automatic Document Feeder(left aligned)", "--mode", "24bit Color[Fast]",
        "--resolution", "300", "-x", "210", "-y", "297",
    ]  # fmt: skip


def test_a_plain_scanner_is_asked_only_what_it_knows() -> None:
    found = options(PLAIN)
    assert abilities(found).feeds == (Feed.GLASS,)
    assert arguments(found, ScanOrder("x")) == ["--resolution", "300"]
    assert abilities({}).finest == 200


@pytest.mark.parametrize(("wanted", "given"), [(50, 75), (76, 150), (200, 300), (1200, 300)])
def test_the_nearest_resolution_that_is_fine_enough(wanted: int, given: int) -> None:
    assert resolution(options(PLAIN), wanted) == given
