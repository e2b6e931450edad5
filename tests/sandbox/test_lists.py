from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from counter_app.contract.feed import Manifest
from counter_app.contract.signing import catalogue_text
from counter_app.sandbox.province.lists import list_name, publish
from tests.sandbox.counter import SignedCounter
from tests.sandbox.running import RunningSandbox


def test_every_list_is_signed_by_the_province(sandbox: RunningSandbox) -> None:
    counter = SignedCounter(sandbox.url)
    answer = counter.session.post(
        f"{sandbox.url}/v1/devices", json=counter.enrol_message(sandbox.enrol_code())
    ).json()
    counter.device, counter.epoch = answer["device"], answer["epoch"]
    key = Ed25519PublicKey.from_public_bytes(base64.b64decode(answer["catalogue_key"]))
    manifest = Manifest.model_validate(counter.call("GET", "/v1/catalogues").json())
    assert {"procedures", "calendar", "officers", "centre", "units", "agencies", "policy"} <= {
        line.name for line in manifest.catalogues
    }
    for line in manifest.catalogues:
        body = counter.call("GET", f"/v1/catalogues/{line.name}/{line.version}").content
        assert (len(body), hashlib.sha256(body).hexdigest()) == (line.size, line.sha256)
        text = catalogue_text(line.name, line.version, line.sha256)
        key.verify(base64.b64decode(line.signature), text)
    counter.session.close()


def test_an_unchanged_manifest_is_not_sent_again(counter: SignedCounter) -> None:
    first = counter.call("GET", "/v1/catalogues")
    tag = first.headers["ETag"]
    for asked in (tag, f"W/{tag}", f'"x", {tag}'):
        again = counter.call("GET", "/v1/catalogues", headers={"If-None-Match": asked})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["ETag"] == tag
    other = counter.call("GET", "/v1/catalogues", headers={"If-None-Match": '"x"'})
    assert other.status_code == 200


def test_what_is_out_never_changes(sandbox: RunningSandbox, counter: SignedCounter) -> None:
    province = sandbox.province
    with province.writing() as tx:
        first = publish(tx, "fees", b'{"version":"1","x":1}', province.keys, now=province.now())
        same = publish(tx, "fees", b'{"version":"1","x":1}', province.keys, now=province.now())
        other = publish(tx, "fees", b'{"version":"1","x":2}', province.keys, now=province.now())
    assert same == first
    assert (first.version, other.version) == ("1", f"1-{other.sha256[:8]}")
    old = counter.call("GET", "/v1/catalogues/fees/1")
    assert json.loads(old.content) == {"version": "1", "x": 1}
    lines = Manifest.model_validate(counter.call("GET", "/v1/catalogues").json()).catalogues
    assert [line.version for line in lines if line.name == "fees"] == [other.version]


@pytest.mark.parametrize("path", ["procedures/0", "nothing/1", "Procedures/1", "procedures/a%20b"])
def test_unknown_lists(counter: SignedCounter, path: str) -> None:
    response = counter.call("GET", f"/v1/catalogues/{path}")
    assert response.status_code in (400, 404)
    assert response.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("procedures/starter.json", "procedures"),
        ("centre/officers.json", "officers"),
        ("units/units.json", "units"),
        ("forms/TT03-2025.json", "forms-tt03-2025"),
    ],
)
def test_names_of_lists(file: str, name: str) -> None:
    assert list_name(Path(file)) == name
