"""Profiles are kept in the store; the first ones come from the settings."""

from __future__ import annotations

import pytest

from counter_app.config import Settings
from counter_app.services.printing.profiles import (
    FORMS,
    LETTER,
    PaperChoice,
    PrintProfile,
    Profiles,
    profile_of,
)
from counter_app.services.printing.receipt_paper import RECEIPT, RESULT_SLIP
from tests.services.conftest import Counter


def test_the_first_profile_comes_from_the_settings(counter: Counter) -> None:
    profiles = Profiles(counter.workplace.store, Settings(printer="HP_107a", layout="a5"))
    assert profiles.first == PrintProfile(printer="HP_107a", paper=PaperChoice.A5)
    assert profiles.get(RECEIPT) == profiles.first
    assert profiles.first.layout == "A5"
    assert set(profiles.all()) == set(FORMS)


def test_a_profile_is_kept_for_its_form_alone(counter: Counter) -> None:
    profile = PrintProfile(
        printer="HP 107a – quầy 2", tray="manual", copies=2, right=-15, down=7, silent=False
    )
    profiles = Profiles(counter.workplace.store, Settings())
    profiles.put(RESULT_SLIP, profile)
    again = Profiles(counter.workplace.store, Settings(printer="khác"))
    assert again.get(RESULT_SLIP) == profile
    assert again.get(RECEIPT).printer == "khác"
    profiles.put(RESULT_SLIP, PrintProfile(to_file=True))
    assert again.all()[RESULT_SLIP] == PrintProfile(to_file=True)


@pytest.mark.parametrize(
    "kept", [{"paper": "giấy cuộn"}, {"copies": 0}, {"right": 101}, "x", {"copies": "2"}]
)
def test_what_cannot_be_read_is_the_first_again(counter: Counter, kept: object) -> None:
    with counter.workplace.store.writing() as tx:
        tx.setup.put(f"print-profile/{RECEIPT}", kept)  # type: ignore[arg-type]
    assert Profiles(counter.workplace.store, Settings()).get(RECEIPT) == PrintProfile()


def test_letters_share_one_profile(counter: Counter) -> None:
    profiles = Profiles(counter.workplace.store, Settings())
    profiles.put("supplement", PrintProfile(printer="Kho"))
    assert profiles.get("refusal").printer == "Kho"
    assert profiles.all()[LETTER].printer == "Kho"
    assert profiles.get(RECEIPT).printer == ""
    assert [profile_of(form) for form in FORMS] == list(FORMS)
