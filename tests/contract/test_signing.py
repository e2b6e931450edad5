"""The signature of a request, spelled out: a stranger must be able to write the other end."""

from __future__ import annotations

import base64
import hashlib

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from counter_app.contract.signing import catalogue_text, signed_text

SEED = bytes(range(32))
BODY = b'{"x":1}'


def test_a_request() -> None:
    text = signed_text(
        "post",
        "/v1/entries?a=%C4%91",
        "00217",
        3,
        "2026-11-20T09:14:00+07:00",
        hashlib.sha256(BODY).hexdigest(),
    )
    assert text == (
        b"counter-request-v1\n"
        b"POST\n"
        b"/v1/entries?a=%C4%91\n"
        b"00217\n"
        b"3\n"
        b"2026-11-20T09:14:00+07:00\n"
        b"5041bf1f713df204784353e82f6a4a535931cb64f1f4b4a5aeaffcb720918b22"
    )
    signature = base64.b64encode(Ed25519PrivateKey.from_private_bytes(SEED).sign(text)).decode()
    assert signature == (
        "S7pEQguwjk5W+EyaaM7iv9lpgtuUPqr+cGlsFiJ3kCsSJznEX5wesEaTYnWcKOEvD0Cyld3Y/H6zMshZKcFxAg=="
    )


def test_a_catalogue() -> None:
    text = catalogue_text("calendar", "2026.1", "ab" * 32)
    assert text == b"counter-catalogue-v1\ncalendar\n2026.1\n" + b"ab" * 32
