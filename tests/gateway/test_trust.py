"""TLS: only our server with a valid certificate hears anything."""

from __future__ import annotations

import ssl
from pathlib import Path

import pytest

from counter_app.domain.errors import wire
from counter_app.gateway.trust import tls_context
from tests.gateway.batches import answer, batch
from tests.gateway.certificates import Authority
from tests.gateway.faulty import Handler, Seen, asking, faulty

BATCH = batch()


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority.create()


def good(handler: Handler, _: Seen) -> None:
    handler.answer(200, answer(BATCH))


def test_right_certificate(authority: Authority, tmp_path: Path) -> None:
    file = tmp_path / "ca.pem"
    file.write_text(authority.pem)
    for context in (
        tls_context("x", ca=(authority.pem,)),
        tls_context("x", ca_file=str(file)),
    ):
        with (
            faulty(good, authority.server(tmp_path)) as server,
            asking(server.url, context=context) as gateway,
        ):
            assert not gateway.send(BATCH).missing


@pytest.mark.parametrize(
    ("names", "days", "kind"),
    [
        (("127.0.0.1",), (-20, -10), wire.CertificateDateError),
        (("127.0.0.1",), (5, 10), wire.CertificateDateError),
        (("dvc.example",), (-1, 30), wire.WrongHostError),
        (("127.0.0.2",), (-1, 30), wire.WrongHostError),
    ],
    ids=["expired", "not yet valid", "another name", "another address"],
)
def test_bad_certificate(
    authority: Authority,
    tmp_path: Path,
    names: tuple[str, ...],
    days: tuple[int, int],
    kind: type[wire.WireError],
) -> None:
    tls = authority.server(tmp_path, names=names, days=days)
    context = tls_context("x", ca=(authority.pem,))
    with faulty(good, tls) as server, asking(server.url, context=context) as gateway:
        with pytest.raises(wire.WireError) as caught:
            gateway.send(BATCH)
        assert type(caught.value) is kind
        assert caught.value.holds
        assert not caught.value.may_have_arrived
        assert not server.seen


@pytest.mark.parametrize("source", ["system", "other"])
def test_unknown_authority(authority: Authority, tmp_path: Path, source: str) -> None:
    """Neither the system's list nor certifi's knows our authority, nor does another one's file."""
    others = (Authority.create("Tỉnh Khác").pem,) if source == "other" else ()
    context = tls_context("x", ca=others)
    with (
        faulty(good, authority.server(tmp_path)) as server,
        asking(server.url, context=context) as gateway,
    ):
        with pytest.raises(wire.CertificateError) as caught:
            gateway.send(BATCH)
        assert type(caught.value) is wire.CertificateError
        assert not server.seen


def test_only_our_authorities_are_loaded(authority: Authority, tmp_path: Path) -> None:
    """requests would add certifi's hundred authorities to the one that the province named."""
    context = tls_context("x", ca=(authority.pem,))
    with (
        faulty(good, authority.server(tmp_path)) as server,
        asking(server.url, context=context) as gateway,
    ):
        gateway.send(BATCH)
    assert context.cert_store_stats()["x509_ca"] == 1


def test_old_tls_is_refused(authority: Authority) -> None:
    for context in (tls_context("x"), tls_context("x", ca=(authority.pem,))):
        assert context.minimum_version == ssl.TLSVersion.TLSv1_2
        assert context.check_hostname
        assert context.verify_mode == ssl.CERT_REQUIRED


def test_plain_http_behind_https(authority: Authority) -> None:
    context = tls_context("x", ca=(authority.pem,))
    with (
        faulty(good) as server,
        asking(server.url.replace("http:", "https:"), context=context) as gateway,
        pytest.raises(wire.HandshakeError),
    ):
        gateway.ping()


def test_authorities_that_cannot_be_used(tmp_path: Path) -> None:
    with pytest.raises(wire.TrustFileError):
        tls_context("x", ca_file=str(tmp_path / "none.pem"))
    with pytest.raises(wire.TrustFileError):
        tls_context("x", ca=("không phải PEM",))
    (tmp_path / "torn.pem").write_text("-----BEGIN CERTIFICATE-----\nMIIB")
    with pytest.raises(wire.TrustFileError):
        tls_context("x", ca_file=str(tmp_path / "torn.pem"))
