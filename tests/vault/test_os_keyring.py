from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null

from counter_app.domain.errors.vault import (
    KeyringRefusedError,
    KeyringSilentError,
    NoKeyringError,
)
from counter_app.vault.os_keyring import OsKeyring

pytestmark = pytest.mark.real_time

Use = Callable[[Any], None]


def test_secrets_are_kept_under_the_home_s_name(memory: Any) -> None:
    own, other = OsKeyring("counter-app/a"), OsKeyring("counter-app/b")
    own.set("x", "one")
    own.set("x", "two")
    assert own.get("x") == "two"
    assert other.get("x") is None
    assert memory.kept == {("counter-app/a", "x"): "two"}
    own.delete("x")
    own.delete("x")
    assert own.get("x") is None
    assert "memory" in own.require().lower()


@pytest.mark.parametrize("backend", [fail.Keyring(), null.Keyring()])
def test_no_keyring_and_one_that_forgets_are_none(
    use_keyring: Use, backend: KeyringBackend
) -> None:
    use_keyring(backend)
    for question in (lambda k: k.require(), lambda k: k.get("x"), lambda k: k.set("x", "1")):
        with pytest.raises(NoKeyringError) as caught:
            question(OsKeyring("s"))
        assert caught.value.facts == {"found": type(backend).__module__}


def test_plain_files_don_t_pass_for_a_keyring(use_keyring: Use, memory: Any) -> None:
    plain = type("PlaintextKeyring", (type(memory),), {"__module__": "keyrings.alt.file"})()
    use_keyring(plain)
    with pytest.raises(NoKeyringError):
        OsKeyring("s").set("x", "1")
    assert plain.kept == {}


def test_of_a_chain_the_first_safe_link_is_used(use_keyring: Use, memory: Any) -> None:
    plain = type("PlaintextKeyring", (type(memory),), {"__module__": "keyrings.alt.file"})()
    chain = type("Chain", (type(memory),), {"backends": [plain, memory]})()
    use_keyring(chain)
    OsKeyring("s").set("x", "1")
    assert memory.kept == {("s", "x"): "1"}
    assert plain.kept == {}


def test_a_silent_keyring_is_given_up(silent: Any) -> None:
    begun = time.monotonic()
    with pytest.raises(KeyringSilentError) as caught:
        OsKeyring("s", patience=0.2).get("x")
    assert 0.2 <= time.monotonic() - begun < 2
    assert caught.value.facts == {"seconds": "0.2"}


def test_a_silent_keyring_doesn_t_hold_the_program_open() -> None:
    """The thread that was given up must not keep the process from ending."""
    program = """
import keyring, time
from keyring.backend import KeyringBackend
class Dead(KeyringBackend):
    priority = -1
    def get_password(self, s, u): time.sleep(600)
    def set_password(self, s, u, p): time.sleep(600)
keyring.set_keyring(Dead())
from counter_app.vault.os_keyring import OsKeyring
from counter_app.domain.errors import CounterError
try: OsKeyring("s", patience=0.1).get("x")
except CounterError as error: print(error.code)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=30, check=True
    )
    assert done.stdout.strip() == "vault.keyring_silent"


def test_a_locked_or_broken_keyring_says_so(refusing: Any) -> None:
    with pytest.raises(KeyringRefusedError) as caught:
        OsKeyring("s").get("x")
    assert caught.value.facts["reason"] in {"KeyringLocked", "TimeoutError"}


def test_importing_the_room_doesn_t_load_the_library() -> None:
    program = (
        "import sys, counter_app.vault.store_key, counter_app.vault.tokens;"
        "print('keyring' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=30, check=True
    )
    assert done.stdout.strip() == "False"
