"""What is known of a scanner, and the rules that follow."""

from __future__ import annotations

from datetime import date

import pytest

from counter_app.desktop.scanning.burst import Rules
from counter_app.desktop.scanning.profile import Fault, Mode, ScannerProfile
from counter_app.domain.plain import from_plain, to_plain


@pytest.mark.parametrize(
    ("profile", "rules"),
    [
        (ScannerProfile(), Rules(gap=50)),
        (ScannerProfile(gap=3), Rules(gap=20)),
        (ScannerProfile(gap=10), Rules(gap=30)),
        (ScannerProfile(gap=40), Rules(gap=50)),
        (ScannerProfile(gap=40, prefix="~"), Rules(gap=120, prefix="~")),
    ],
)
def test_the_gap_is_three_times_the_devices_within_bounds(
    profile: ScannerProfile, rules: Rules
) -> None:
    assert profile.rules() == rules


def test_a_profile_is_kept_as_plain_values() -> None:
    profile = ScannerProfile(
        "serial:COM3",
        Mode.SERIAL,
        "COM3",
        8,
        "~",
        "\r",
        "us",
        "codes",
        (Fault.SLOW, Fault.CUT),
        date(2026, 11, 20),
        sound=False,
        flash=False,
    )
    assert from_plain(ScannerProfile, to_plain(profile)) == profile
    assert to_plain(ScannerProfile()) == {}
