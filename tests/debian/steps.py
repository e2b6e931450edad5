"""The life of the package on a bare machine: installed, used, upgraded, removed, purged."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from tests.debian.package import field
from tests.debian.province import (
    HOME,
    OFFICERS,
    PASSWORD,
    PROGRAM,
    CounterAtWork,
    Province,
    waiting,
)
from tests.debian.report import Report
from tests.debian.root import FOLDER, OFFICER, Root
from tests.debian.screen import ends_while_it_starts, look
from tests.debian.start_times import measure
from tests.debian.upgrade import upgrade

SIZES = 9
"""Pictures of each icon: eight sizes and the drawing."""

QUEUED = 40
"""Dossiers received with no line: each is several entries."""

ENCRYPTED = f"/home/{OFFICER}/kin"
ALL_LIBRARIES = f"""
cd {FOLDER}
find . -type f \\( -name '*.so*' -o -name counter-app \\) | while read -r file; do
    lost=$(LD_LIBRARY_PATH={FOLDER}/_internal ldd "$file" 2>/dev/null | grep 'not found')
    [ -z "$lost" ] || echo "$file: $lost"
done
"""


def install(root: Root, package: Path, report: Report) -> None:
    """Install with apt, which fetches what `Depends` names, and look at what lies there."""
    place = root.inside("/srv/first.deb")
    place.write_bytes(package.read_bytes())
    updated = root.run("apt-get", "update", "-q", user="root")
    report.check("apt-get update", updated.returncode == 0, updated.stdout)
    how = ("apt-get", "install", "-q", "-y", "--no-install-recommends")
    done = root.run(*how, "/srv/first.deb", user="root", seconds=1800)
    report.check("apt installs it with its Depends", done.returncode == 0, done.stdout)
    missing = root.run("sh", "-c", ALL_LIBRARIES, user="root").stdout
    report.check("every library finds what it is linked against", not missing.strip(), missing)
    said = root.run(PROGRAM, "--version").stdout.strip()
    version = field(package, "Version")
    report.check("counter-app --version", said == f"counter-app {version}", said)
    said = root.run(PROGRAM, "--home", "chua-co", "verify").stdout
    report.check("a refusal is told in words", "ghi danh" in said, said)
    sums = root.run("dpkg", "--verify", "counter-app", user="root").stdout
    report.check("every file is as packed (dpkg --verify)", not sums.strip(), sums)
    for entry in ("counter-app", "counter-app-training"):
        file = root.inside(f"/usr/share/applications/{entry}.desktop")
        icons = [*root.inside("/usr/share/icons/hicolor").rglob(f"{entry}.*")]
        command = re.search(r"(?m)^Exec=(.*)$", file.read_text(encoding="utf-8"))
        report.check(f"desktop entry {entry}, icons", len(icons) == SIZES and command,
                     f"{command and command[1]}, {len(icons)} icons")  # fmt: skip
    told = sorted(path.name for path in root.inside("/usr/share/doc/counter-app").iterdir())
    report.note("/usr/share/doc/counter-app", ", ".join(told))
    shown = root.run("sh", "-c", f"find {FOLDER} ! -user root -o -perm /022 ! -type l | head -3")
    report.check("nothing of it can be changed by an officer", not shown.stdout, shown.stdout)


def try_out(root: Root, out: Path, report: Report) -> None:
    """Run doctor and the demonstration, without any network."""
    said = root.run(PROGRAM, "doctor", line=False).stdout
    (out / "doctor.txt").write_text(said, encoding="utf-8")
    for part in ("Thành phần", "Phông giấy tờ"):
        line = next((each for each in said.splitlines() if part in each), said)
        report.check(f"doctor: {part}", line.startswith("✓"), line)
    done = root.run(PROGRAM, "demo", "--out", "giay-to", line=False)
    (out / "demo.txt").write_text(done.stdout, encoding="utf-8")
    report.check("the demonstration, with no network at all", done.returncode == 0, done.stdout)


def use(root: Root, package: Path, newer: Path, out: Path, report: Report) -> None:
    """Enrol, open the window, fill a queue, upgrade under it, send it; then remove and purge."""
    province = Province(root, out / "province.txt")
    with province.running() as clerk:
        code = clerk.enrol_code("1")
        for officer in OFFICERS:
            clerk.set_password(officer, PASSWORD)
        done = root.run(PROGRAM, "--plain-store", "enrol", "--server", province.url, "--code", code)
        report.check("enrolled with the installed sandbox", done.returncode == 0, done.stdout)
        _enrol_encrypted(root, province.url, clerk.enrol_code("2"), report)
        _work(root, province, out, first=0, last=5)
        look(root, out, report)
        ends_while_it_starts(root, out, report)
    _work(root, province, out, first=6, last=5 + QUEUED)
    entries, queued = waiting(root)
    report.check(f"{QUEUED} dossiers with no line: a full queue", queued >= QUEUED, queued)
    upgrade(root, newer, out, report)
    report.check("after it: the same entries, the same queue", waiting(root) == (entries, queued),
                 f"{waiting(root)} of {(entries, queued)}")  # fmt: skip
    _whole(root, report)
    done = root.run(PROGRAM, "--home", ENCRYPTED, "verify")
    report.check("the encrypted home is whole, too", done.returncode == 0, done.stdout)
    with province.running():
        _work(root, province, out)
    left = waiting(root)[1]
    report.check("with the line back everything goes out", left == 0, f"{left} wait")
    _whole(root, report)
    _old_store(root, report)
    told = [path.read_text("utf-8") for path in root.inside("/home").rglob("su-co-*.txt")]
    report.check("the program met no bug of its own", not told, "\n".join(told))
    _take_away(root, report)


def _enrol_encrypted(root: Root, url: str, code: str, report: Report) -> None:
    """Enrol a second counter whose store is encrypted; its key has no keyring to lie in."""
    root.run("mkdir", "-m", "700", ENCRYPTED)
    settings = root.inside(f"{ENCRYPTED}/settings.toml")
    settings.write_text("allow_machine_file = true\n", encoding="utf-8")
    root.run("chown", OFFICER, f"{ENCRYPTED}/settings.toml", user="root")
    words = ("--home", ENCRYPTED, "enrol", "--server", url, "--code", code)
    done = root.run(PROGRAM, *words)
    store = root.inside(f"{ENCRYPTED}/store.db")
    is_so = done.returncode == 0 and b"SQLite format" not in store.read_bytes()[:64]
    report.check("enrolled with an encrypted store", is_so, done.stdout)


def _work(
    root: Root, province: Province, out: Path, first: int | None = None, last: int = 0
) -> None:
    counter = CounterAtWork(root, province.url, out / "counter.txt")
    counter.does("sync")
    if first is not None:
        counter.does("receive", first=first, last=last)
        counter.does("sync")
    counter.end()


def _whole(root: Root, report: Report) -> None:
    done = root.run(PROGRAM, "--plain-store", "verify")
    report.check("the journal is whole (verify)", done.returncode == 0, done.stdout)


def _old_store(root: Root, report: Report) -> None:
    """Have the frozen program migrate a store of the first revision: Alembic's files are there."""
    from alembic import command

    from counter_app.store.engine import open_migration_engine
    from counter_app.store.migrate import REVISIONS, configuration

    home = f"/home/{OFFICER}/alt"
    root.run("mkdir", "-m", "700", home)
    store = root.inside(f"{home}/store.db")
    store.touch()
    with open_migration_engine(store, None).connect() as connection, connection.begin():
        command.upgrade(configuration(connection), REVISIONS[0])
    root.run("chown", "-R", "canbo:canbo", home, user="root")
    said = root.run(PROGRAM, "--home", home, "--plain-store", "verify").stdout
    kept = root.inside(home).glob(f"store.db.before-{REVISIONS[0]}-*")
    report.check("a store of the first revision is migrated", any(kept), said)


def _take_away(root: Root, report: Report) -> None:
    before = _fingerprint(root.inside(HOME))
    done = root.run("apt-get", "remove", "-q", "-y", "counter-app", user="root")
    report.check("removed; told where the data stay", HOME in done.stdout, done.stdout)
    gone = not root.inside(FOLDER).exists() and not root.inside(PROGRAM).is_symlink()
    report.check("the program is gone", done.returncode == 0 and gone, done.stdout)
    done = root.run("apt-get", "purge", "-q", "-y", "counter-app", user="root")
    told = done.returncode == 0 and "chưa gửi" in done.stdout
    report.check("purged; told of what may not have been sent", told, done.stdout)
    left = root.run(
        "find", "/etc", "/usr", "/var/lib", "/opt", "-name", "*counter-app*", user="root"
    ).stdout
    report.check("no file of the package is left", not left.strip(), left)
    report.check("the officer's data are untouched", _fingerprint(root.inside(HOME)) == before)


def _fingerprint(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(each): hashlib.sha256(each.read_bytes()).hexdigest() for each in files}


def start_times(root: Root, out: Path, report: Report, times: int) -> None:
    """Measure the start while nothing else of the package runs."""
    if times:
        measure(root, out, report, times)
