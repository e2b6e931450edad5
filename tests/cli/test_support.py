"""`counter-app support`: shown, saved, opened; also where the home won't open."""

from __future__ import annotations

from pathlib import Path

import pytest

from counter_app.cli import main
from counter_app.services.support.kept_key import keep_support_key
from counter_app.services.support.sealed_bundle import support_key_text
from counter_app.vault.sealing import public_of

PRIVATE = bytes(range(32))


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str]:
    code = main(["support", *map(str, words)])
    told = capsys.readouterr()
    return code, told.out + told.err


def test_a_home_that_will_not_open_still_has_a_bundle(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home, stick = tmp_path / "home", tmp_path / "stick"
    for folder in (home, stick):
        folder.mkdir()
    where = ("--home", home, "--plain-store")
    code, told = run(capsys, *where, "--text")
    assert code == 0
    assert "work.not_enrolled" in told
    code, told = run(capsys, *where, "--save", stick)
    assert code == 1
    assert "Tỉnh chưa gửi khóa hỗ trợ" in told

    public, private = tmp_path / "public.txt", tmp_path / "private.txt"
    public.write_text(public_of(PRIVATE).hex(), encoding="ascii")
    private.write_text(support_key_text(PRIVATE), encoding="utf-8")
    code, told = run(capsys, *where, "--save", stick, "--to", public)
    assert code == 0
    (file,) = stick.iterdir()
    assert str(file) in told
    code, told = run(capsys, "--open", file, "--key", private, "--out", tmp_path / "out")
    assert code == 0
    assert "01-may.txt" in told
    assert "work.not_enrolled" in (tmp_path / "out" / "01-may.txt").read_text(encoding="utf-8")
    assert run(capsys, "--open", file)[0] == 2
    assert run(capsys, "--open", file, "--key", public)[0] == 1


def test_the_key_that_was_kept_beside_the_store_serves(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import base64

    keep_support_key(tmp_path, base64.b64encode(public_of(PRIVATE)).decode())
    code, told = run(capsys, "--home", tmp_path, "--plain-store", "--save", tmp_path)
    assert code == 0, told
