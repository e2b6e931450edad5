from __future__ import annotations

from typing import Any

import pytest

from counter_app.vault.bound.machine_file import MachineFile
from counter_app.vault.os_keyring import OsKeyring
from counter_app.vault.store_key import KeyHome, create_key, open_key
from counter_app.vault.tokens import RefreshTokens


@pytest.mark.parametrize("where", ["keyring", "file"])
def test_each_officer_has_a_token_of_their_own(key_home: KeyHome, memory: Any, where: str) -> None:
    tokens = RefreshTokens(
        OsKeyring("s") if where == "keyring" else MachineFile(key_home.secrets, key_home.machine)
    )
    assert tokens.get("mau.tt") is None
    tokens.set("mau.tt", "one")
    tokens.set("thu.nv", "other")
    tokens.set("mau.tt", "two")
    assert (tokens.get("mau.tt"), tokens.get("thu.nv")) == ("two", "other")
    tokens.delete("mau.tt")
    tokens.delete("mau.tt")
    assert (tokens.get("mau.tt"), tokens.get("thu.nv")) == (None, "other")


def test_tokens_lie_beside_the_store_key_and_never_over_it(key_home: KeyHome, memory: Any) -> None:
    made = create_key(key_home)
    RefreshTokens(made.secrets).set("store-key", "token")
    assert open_key(key_home).raw == made.raw
    assert RefreshTokens(open_key(key_home).secrets).get("store-key") == "token"
