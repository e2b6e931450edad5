"""The NSIS script, read: what it refuses, what it keeps, what it says."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from counter_app.app.training.window import TrainingWindow
from counter_app.app.window import OfficersWindow
from counter_app.services.updates.programs import install_command
from installer.windows.build import SCRIPT

TEXT = SCRIPT.read_text(encoding="utf-8")
WORDS = dict(
    re.findall(r'Text (\w+) "(.*)"', SCRIPT.with_name("texts.nsh").read_text(encoding="utf-8"))
)
REFUSALS = {
    "OldWindows", "Not64", "NeedsRights", "IsRunning", "IsNewer", "NotWritten", "NoRightsGiven",
}  # fmt: skip


def section(name: str) -> str:
    found = re.search(rf"^Section{name}\n(.*?)^SectionEnd", TEXT, re.DOTALL | re.MULTILINE)
    assert found
    return found[1]


def test_every_text_is_there_and_used() -> None:
    assert set(re.findall(r"\$\((\w+)\)", TEXT)) == set(WORDS)


@pytest.mark.parametrize("name", sorted(REFUSALS))
def test_a_refusal_says_what_is_what_is_safe_and_what_next(name: str) -> None:
    parts = WORDS[name].split("$\\r$\\n$\\r$\\n")
    assert len(parts) == 3
    assert re.search("nguyên|Chưa có gì", parts[1])
    assert re.match("Hãy|Bấm", parts[2])
    assert "thất bại" not in WORDS[name]


def test_texts_are_nfc_and_survive_nsis() -> None:
    for words in WORDS.values():
        assert words == unicodedata.normalize("NFC", words)
        assert "`" not in words


def test_each_refusal_has_a_code_of_its_own() -> None:
    codes = dict(re.findall(r"!define (CODE_\w+) (\d+)", TEXT))
    assert len(set(codes.values())) == len(codes)
    used = dict(re.findall(r'Refuse "\$\((\w+)\)" \$\{(CODE_\w+)\}', TEXT))
    assert set(used) == REFUSALS
    page = (SCRIPT.parent.parent.parent / "docs/windows.md").read_text(encoding="utf-8")
    for code in codes.values():
        assert re.search(rf"(: |· ){code} \w|Answers: .*\b{code} ", page)


def test_data_go_only_when_asked_for() -> None:
    ends = section(' "Uninstall"')
    assert TEXT.count("RMDir /r $Home") == ends.count("RMDir /r $Home") == 2
    assert TEXT.count("RMDir /r $Practice") == ends.count("RMDir /r $Practice") == 1
    before, asked, _ = ends.partition('"/DELETEDATA"')
    assert asked
    assert "RMDir /r $Home" not in before
    for name in ("AskData", "AskAgain"):
        assert re.search(rf'MB_DEFBUTTON2 "\$\({name}\)" IDYES', ends)


def test_only_folders_of_our_own_are_removed_whole() -> None:
    for target in re.findall(r"RMDir /r (\S+)", TEXT):
        assert re.fullmatch(r'"\$INSTDIR\\program(\.old|\.new)?"|\$Home|\$Practice', target)


def test_homes_are_for_the_system_administrators_and_the_officers_only() -> None:
    for home in ("Home", "Practice"):
        assert f"!insertmacro OfficersOwn ${home}" in section("")
    given = re.search(r"icacls.exe\" \"\${FOLDER}\" /inheritance:r /grant:r (.*) /Q'", TEXT)
    assert given
    assert given[1].replace('"', "").split() == [
        "*S-1-5-18:(OI)(CI)F", "*S-1-5-32-544:(OI)(CI)F", "$Group:(OI)(CI)M",
    ]  # fmt: skip


def test_firewall_and_path_are_left_alone() -> None:
    assert not re.search(r"netsh|advfirewall|EnVar|\\Environment", TEXT, re.IGNORECASE)
    assert "Target amd64-unicode" in TEXT
    assert "RequestExecutionLevel admin" in TEXT


def test_no_path_of_a_machine_in_what_is_built() -> None:
    assert not re.search(r"[A-Z]:\\", TEXT)
    assert Path(SCRIPT).is_file()


def test_who_the_officers_are_outlives_an_upgrade() -> None:
    steps = section("")
    assert re.search(r'ReadRegStr \$Group HKLM "\$\{UNINSTALL_KEY\}" "Officers"', steps)
    assert re.search(r'WriteRegStr HKLM "\$\{UNINSTALL_KEY\}" "Officers" \$Group', steps)


def test_shortcuts_bear_the_names_that_the_windows_bear() -> None:
    for name, window in (("Product", OfficersWindow), ("Practising", TrainingWindow)):
        found = re.search(rf'Named "\$SMPROGRAMS\\\$\({name}\).lnk" "(.*)"', TEXT)
        assert found
        assert found[1].replace("${FOLDER}", "counter-app") == window.NAME


def test_the_options_that_an_update_gives_are_known() -> None:
    program, *options = install_command(Path("setup.exe"))
    assert program == "setup.exe"
    for option in options:
        name = option.partition("=")[0]
        assert name == "/S" or f'GetOptions}} $0 "{name}=" ' in TEXT
    wait = next(option for option in options if option.startswith("/WAIT="))
    assert 0 < int(wait.partition("=")[2]) <= 120
