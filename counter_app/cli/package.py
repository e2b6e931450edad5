"""`counter-app package`: keys of updates, and signed packages; for who builds, not for counters."""

from __future__ import annotations

import argparse
import json
import os
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from counter_app.cli.terminal import secret

if TYPE_CHECKING:
    from counter_app.vault.update_keys import SigningKey

NAME = "package"
HELP = "tạo khóa ký và đóng gói cập nhật (nơi phát hành, quản trị tỉnh)"
EXAMPLES = (
    'counter-app package keys khoa --whose "Sở KH&CN tỉnh Mẫu"',
    "counter-app package make --kind catalogue --key khoa/private.pem goi.capnhat danh-muc.xlsx",
    "counter-app package make --kind program --key khoa/private.pem goi.capnhat x_1.2.0.deb",
)
_WORDS_IN = "COUNTER_APP_KEY_WORDS"


def add(parser: argparse.ArgumentParser) -> None:
    """Add the two acts."""
    acts = parser.add_subparsers(metavar="VIỆC", required=True)
    keys = acts.add_parser("keys", help="tạo một cặp khóa", description="tạo một cặp khóa")
    keys.add_argument("folder", type=Path, metavar="FOLDER", help="thư mục mới, ngoài máy quầy")
    keys.add_argument("--whose", default="", metavar="TÊN", help="khóa của ai")
    keys.add_argument("--unlocked", action="store_true", help="không đặt câu khóa (thử nghiệm)")
    keys.set_defaults(act=_keys)
    make = acts.add_parser("make", help="đóng và ký một gói", description="đóng và ký một gói")
    make.add_argument("file", type=Path, metavar="FILE", help="gói .capnhat cần ghi")
    make.add_argument("parts", type=Path, nargs="+", metavar="PART", help="nội dung của gói")
    kinds = ("program", "catalogue", "calendar", "forms")
    make.add_argument("--kind", required=True, choices=kinds, help="loại gói")
    make.add_argument("--key", required=True, type=Path, metavar="PEM", help="khóa ký")
    make.add_argument("--release", default="", metavar="BẢN", help="phiên bản")
    make.add_argument("--platform", default="", metavar="MÁY", help="ví dụ windows-x86_64")
    make.add_argument("--oldest-base", default="", metavar="BẢN", help="bản cũ nhất nhận được gói")
    make.add_argument("--contract", default="0-0", metavar="A-B", help="phiên bản giao thức")
    make.add_argument("--change", action="append", default=[], metavar="CÂU", help="điều thay đổi")
    make.add_argument("--introduce", type=Path, metavar="JSON", help="khóa công khai kế tiếp")
    make.add_argument("--retire", action="append", default=[], metavar="ID", help="khóa thôi dùng")
    make.set_defaults(act=_make)


def run(arguments: argparse.Namespace) -> int:
    """Do the act that was asked for."""
    code: int = arguments.act(arguments)
    return code


def _keys(arguments: argparse.Namespace) -> int:
    from counter_app.vault.update_keys import SigningKey, pinned_text

    words = "" if arguments.unlocked else _words(twice=True)
    if not words and not arguments.unlocked:
        print("Hai lần gõ khác nhau, hoặc để trống; chưa tạo gì.", file=sys.stderr)
        return 2
    arguments.folder.mkdir(parents=True, exist_ok=True)
    key = SigningKey.create()
    key.keep(arguments.folder / "private.pem", words)
    public = arguments.folder / f"{key.note.id}.json"
    public.write_text(pinned_text(key.note, arguments.whose), encoding="utf-8")
    print(f"Khóa {key.note.id}. Cất private.pem ngoài mạng; {public.name} đi cùng chương trình.")
    return 0


def _make(arguments: argparse.Namespace) -> int:
    from counter_app.domain.dates import VIETNAM
    from counter_app.domain.updates.fitting import check_parts
    from counter_app.domain.updates.manifest import PRODUCT, Manifest, PackageKind, Part
    from counter_app.services.updates.package import read_head, write_package
    from counter_app.vault.update_keys import pinned_keys

    kind = PackageKind(arguments.kind)
    key = _key(arguments.key)
    contents = [_part(kind, path, arguments.release) for path in arguments.parts]
    oldest, _, newest = arguments.contract.partition("-")
    introduced = None
    if arguments.introduce:
        known = pinned_keys(arguments.introduce.parent)
        introduced = next((each for each in known if each.id == arguments.introduce.stem), None)
        if introduced is None:
            print(f"{arguments.introduce} không phải khóa công khai.", file=sys.stderr)
            return 2
    now = datetime.now(VIETNAM)
    manifest = Manifest(
        PRODUCT,
        kind,
        arguments.release or f"{now:%Y.%m.%d.%H%M}",
        now,
        tuple(Part(name, 1, "") for name, _ in contents),
        tuple(arguments.change),
        arguments.platform,
        arguments.oldest_base,
        int(oldest or 0),
        int(newest or 0),
        introduced,
        tuple(arguments.retire),
    )
    check_parts(manifest)
    write_package(arguments.file, manifest, [body for _, body in contents], key)
    package = read_head(arguments.file)
    print(f"Đã ghi {arguments.file}: {manifest.version}, {package.size} byte, khóa {package.key}.")
    return 0


def _key(path: Path) -> SigningKey:
    """Return the signing key, asking for its words when it has any."""
    from counter_app.domain.errors.keeping.updating import UpdateKeyUnusableError
    from counter_app.vault.update_keys import SigningKey

    try:
        return SigningKey.read(path)
    except UpdateKeyUnusableError:
        if not path.is_file():
            raise
    return SigningKey.read(path, _words(twice=False))


def _part(kind: object, path: Path, release: str) -> tuple[str, Path | bytes]:
    """Return name and content of a part: a list is read as this office would read it."""
    from counter_app.domain.updates.manifest import PackageKind

    if kind is PackageKind.PROGRAM:
        return path.name, path
    if kind is PackageKind.CALENDAR:
        return "calendar", path
    if kind is PackageKind.FORMS:
        return _forms(path)
    return "procedures", _procedures(path, release)


def _forms(path: Path) -> tuple[str, bytes]:
    from counter_app.domain.errors.keeping.updating import UpdateContentError
    from counter_app.services.forms.checking import check_files
    from counter_app.wording.forms import finding_words

    report = check_files(path)
    for found in (*report.wrong, *report.doubtful):
        print(f"  · {finding_words(found.file, found.place, found.problem)}")
    if report.form_set is None or not report.is_usable:
        raise UpdateContentError(part=path.name)
    body = json.dumps(report.plain, ensure_ascii=False, separators=(",", ":")).encode()
    return f"forms-{report.form_set.id.lower()}", body


def _procedures(path: Path, release: str) -> bytes:
    from counter_app.domain.dates import VIETNAM
    from counter_app.domain.journal.canonical import canonical
    from counter_app.domain.plain import to_plain
    from counter_app.domain.procedures.catalogue import Catalogue
    from counter_app.services.catalogue_import.catalogue_file import import_catalogue
    from counter_app.wording.sentences import problem_words

    report = import_catalogue(path)
    for doubt in (*report.refused, *report.doubtful):
        print(f"  dòng {doubt.row}: {doubt.code or '–'} · {problem_words(doubt.problem)}")
    today = datetime.now(VIETNAM).date()
    version = release or f"{today:%Y.%m.%d}"
    return canonical(to_plain(Catalogue(version, today, tuple(report.imported))))


def _words(*, twice: bool) -> str:
    """Return the words that lock a key: from the environment (a build machine), or typed."""
    given = os.environ.get(_WORDS_IN, "")
    if given:
        return given
    typed = secret("Câu khóa: ")
    return typed if not twice or typed == secret("Gõ lại: ") else ""
