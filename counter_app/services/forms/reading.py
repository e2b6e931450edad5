"""A changed form set from files: one JSON file, with or without a folder of forms beside it.

As in `resources/forms`: `<id>.json` is the set, `<id>/letters/<name>.json` and
`<id>/sheets/<name>.json` are forms of it. A file may also hold its forms itself.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from counter_app.domain.errors.home import PathUnusableError
from counter_app.domain.form_sets import FORM_GROUPS
from counter_app.domain.problems import Problem, false

MOST_BYTES = 1_000_000
"""Of one file: the longest that ships has some 6,000."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, in which file, and where in it ("dòng 3, cột 7", or a JSON pointer)."""

    file: str
    place: str
    problem: Problem


@dataclass(slots=True)
class SetFiles:
    """What the files say. `files` names the file of each form by its pointer, "" for the set."""

    plain: dict[str, object] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def finding(self, problem: Problem) -> Finding:
        """Return a problem of the set as one of its files."""
        at = problem.field
        form = max((each for each in self.files if at.startswith(f"{each}/") or at == each),
                   key=len, default="")  # fmt: skip
        return Finding(self.files.get(form, ""), at[len(form) :], problem)


def read_files(path: Path) -> SetFiles:
    """Return the set at `path`: its file, the folder that holds it, or the folder of its forms.

    Raises PathUnusableError for what the system doesn't let us read.
    """
    found = SetFiles()
    try:
        file = _set_file(path, found)
        if file is not None:
            _read_set(file, found)
    except OSError as error:
        raise PathUnusableError(path=path, reason=error.strerror or str(error)) from error
    return found


def _set_file(path: Path, found: SetFiles) -> Path | None:
    if not path.is_dir():
        return path
    files = sorted(each for each in path.glob("*.json") if each.is_file())
    beside = path.with_name(f"{path.name}.json")
    if not files and beside.is_file():
        files = [beside]
    if len(files) == 1:
        return files[0]
    code = "form_set_several" if files else "form_set_none"
    names = ", ".join(each.name for each in files)
    found.findings.append(Finding(path.name, "", false(code, "", names=names)))
    return None


def _read_set(file: Path, found: SetFiles) -> None:
    found.files[""] = file.name
    plain = _json(file, file.name, found)
    if plain is None:
        return
    if not isinstance(plain, dict):
        found.findings.append(Finding(file.name, "", false("form_set_value")))
        return
    found.plain = dict(plain)
    folder = file.with_suffix("")
    if not folder.is_dir():
        return
    for form in sorted(folder.rglob("*.json")):
        name = form.relative_to(file.parent).as_posix()
        group = form.parent.name
        if form.parent.parent != folder or group not in FORM_GROUPS:
            problem = false("form_set_name_unknown", "", name=form.parent.name)
            found.findings.append(Finding(name, "", problem))
            continue
        found.files[f"/{group}/{form.stem}"] = name
        read = _json(form, name, found)
        forms = found.plain.setdefault(group, {})
        if read is not None and isinstance(forms, dict):
            found.plain[group] = {**forms, form.stem: read}


def _json(file: Path, name: str, found: SetFiles) -> object:
    """Return what a file says; None after a finding."""
    with file.open("rb") as opened:
        raw = opened.read(MOST_BYTES + 1)
    problem, place = false("form_set_big", most=MOST_BYTES // 1000), ""
    if len(raw) <= MOST_BYTES:
        try:
            # An editor on Windows may put a byte order mark in front.
            plain: object = json.loads(raw.decode("utf-8-sig"), object_pairs_hook=_once)
            if plain is not None:
                return plain
            problem = false("form_set_value")
        except UnicodeDecodeError:
            problem = false("form_set_not_utf8")
        except json.JSONDecodeError as error:
            place = f"{error.lineno}:{error.colno}"
            problem = false("form_set_not_json")
        except _TwiceError as error:
            problem = false("form_set_twice", name=error.args[0])
        except RecursionError:
            problem = false("form_set_not_json")
    found.findings.append(Finding(name, place, problem))
    return None


class _TwiceError(ValueError):
    """A name stands twice in one object: nobody could say which one counts."""


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    read: dict[str, object] = {}
    for name, value in pairs:
        if name in read:
            raise _TwiceError(name)
        read[name] = value
    return read
