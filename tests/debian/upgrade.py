"""The upgrade as a province's administrator does it: a signed package, and `update install`."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.debian.package import field
from tests.debian.province import PROGRAM
from tests.debian.report import Report
from tests.debian.root import FOLDER, Root
from tests.debian.screen import opened

KEYS = f"{FOLDER}/_internal/counter_app/resources/keys"
"""Where the publisher's public keys lie; a release has one, the tests pin theirs by hand."""

INSTALLED = "install ok installed"


def upgrade(root: Root, newer: Path, out: Path, report: Report) -> None:
    """Sign `newer`, try to install it under an open window, and then with the window closed."""
    version = field(newer, "Version")
    shutil.copyfile(newer, root.inside(f"/srv/{newer.name}"))
    signed = _sign(root, newer, version, report)
    install = (PROGRAM, "update", "install", signed)

    refused = root.run(*install, user="root")
    is_so = refused.returncode == 1 and _state(root) != f"{INSTALLED} {version}"
    report.check("a package of an unknown key is refused", is_so, refused.stdout)
    public = next(root.inside("/root/khoa").glob("*.json"))
    shutil.copyfile(public, root.inside(f"{KEYS}/{public.name}"))
    root.run("chmod", "644", f"{KEYS}/{public.name}", user="root")

    with opened(root, out / "window.txt", "", "--plain-store"):
        for words in (("dpkg", "--install", f"/srv/{newer.name}"), install):
            refused = root.run(*words, user="root")
            is_so = refused.returncode != 0 and "đang mở" in refused.stdout
            is_so = is_so and not _state(root).endswith(version)
            report.check(f"no {words[0]} {words[1]} under an open window", is_so, refused.stdout)
    alive = root.run(PROGRAM, "--version")
    report.check("and the installed version still runs", alive.returncode == 0, alive.stdout)

    done = root.run(*install, user="root")
    is_so = done.returncode == 0 and "Traceback" not in done.stdout
    is_so = is_so and _state(root) == f"{INSTALLED} {version}"
    report.check(
        "upgraded with a full queue: update install", is_so, f"{done.stdout}{_state(root)}"
    )
    said = root.run(PROGRAM, "--version").stdout.strip()
    report.check("the next version runs", said == f"counter-app {version}", said)
    root.inside(f"{KEYS}/{public.name}").unlink()
    sums = root.run("dpkg", "--verify", "counter-app", user="root").stdout
    report.check("every file is as packed after it", not sums.strip(), sums)


def _sign(root: Root, newer: Path, version: str, report: Report) -> str:
    """Make keys and the signed package with the installed program; return where it lies."""
    keys = ("package", "keys", "/root/khoa", "--whose", "Nơi phát hành mẫu", "--unlocked")
    made = root.run(PROGRAM, *keys, user="root")
    signed = "/srv/next.capnhat"
    make = ("package", "make", "--kind", "program", "--key", "/root/khoa/private.pem")
    about = ("--release", version, "--platform", "linux-x86_64")
    done = root.run(PROGRAM, *make, *about, signed, f"/srv/{newer.name}", user="root")
    is_so = made.returncode == 0 and done.returncode == 0
    report.check("keys and a signed package are made", is_so, f"{made.stdout}{done.stdout}")
    return signed


def _state(root: Root) -> str:
    return root.run("dpkg-query", "-W", "-f=${Status} ${Version}", "counter-app").stdout
