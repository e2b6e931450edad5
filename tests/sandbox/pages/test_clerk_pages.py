"""The clerk's pages over real HTTP: looked up, decided, submitted for practice, paid."""

from __future__ import annotations

import re

import pytest

from counter_app.domain.acts.steps import Paid
from counter_app.domain.centre import Centre
from counter_app.domain.people.person import Identity, IdentityKind, Person
from counter_app.domain.procedures.fees import FeeKind, FeeLine
from tests.sandbox.browsing import Browser
from tests.sandbox.counter import SignedCounter
from tests.sandbox.running import RunningSandbox

NASTY = '<script>alert("x")</script>'
NUMBER = "000200000123"
PASSWORD = "mat-khau-thu"


@pytest.fixture
def clerk(sandbox: RunningSandbox, admin: Browser) -> Browser:
    admin.open("/pages/admin/accounts")
    fields = {"name": "clerk", "full_name": "Hồ Thị Giấy", "centre": "H26.15"}
    admin.send("/pages/admin/accounts", **fields, password=PASSWORD)
    browser = Browser(sandbox.url)
    browser.log_in("clerk", PASSWORD)
    return browser


def received(counter: SignedCounter, name: str = "Đặng Thị Thử") -> str:
    identity = Identity(IdentityKind.CITIZEN_CARD, NUMBER)
    entry = counter.received(applicant=Person(name, identity=identity, phone="0900000321"))
    counter.send([entry])
    return str(entry.dossier)


def decided(clerk: Browser, dossier: str, act: str, **fields: str) -> str:
    """Fill a form of the page in, send it, and return the page that comes."""
    place = f"/pages/clerk/dossiers/{dossier}"
    page = clerk.open(place).text
    form = re.search(rf'action="{place}/{act}".*?name="uid" value="([^"]+)"', page)
    uid = re.findall(r'name="uid" value="([^"]+)"', page)[0] if form is None else form[1]
    return clerk.send(f"{place}/{act}", uid=uid, **fields).text


def test_dossiers_are_looked_up(clerk: Browser, counter: SignedCounter) -> None:
    dossier = received(counter)
    code = counter.used[-1]
    for words in (code, code.lower()[:12], "dang thi", "ĐẶNG thử"):
        assert code in clerk.open(f"/pages/clerk/dossiers?q={words}").text
    assert code not in clerk.open("/pages/clerk/dossiers?q=nobody").text
    assert code in clerk.open("/pages/clerk/dossiers?status=2").text
    assert code not in clerk.open("/pages/clerk/dossiers?status=9").text
    page = clerk.open(f"/pages/clerk/dossiers/{dossier}").text
    assert NUMBER not in page
    assert "0002••••0123" in page
    assert "0900000321" not in page


def test_names_are_escaped_everywhere(clerk: Browser, counter: SignedCounter) -> None:
    dossier = received(counter, NASTY)
    listed = clerk.open("/pages/clerk/dossiers").text
    assert "&lt;script&gt;" in listed
    searched = clerk.open('/pages/clerk/dossiers?q="><script>').text
    assert 'value="&quot;&gt;&lt;script&gt;"' in searched
    decided(clerk, dossier, "start", unit=NASTY)
    assert "&lt;script&gt;" in clerk.open(f"/pages/clerk/dossiers/{dossier}").text


def test_a_dossier_is_decided(
    clerk: Browser, counter: SignedCounter, sandbox: RunningSandbox
) -> None:
    dossier = received(counter)
    assert "Ghi nơi giải quyết" in decided(clerk, dossier, "start")
    assert "Đang giải quyết" in decided(clerk, dossier, "start", unit="Phòng Mẫu")
    assert "Chờ bổ sung" in decided(clerk, dossier, "supplement", items="Bản sao\n\nẢnh")
    assert "số tiền" in decided(clerk, dossier, "demand", name="Lệ phí", amount="-5")
    assert "Chờ nghĩa vụ" in decided(clerk, dossier, "demand", name="Lệ phí", amount="8.000")
    page = decided(clerk, dossier, "finish", kind="Giấy khai sinh", number="12/2026")
    assert "Giấy khai sinh 12/2026" in page
    assert f"{dossier}/refuse" not in page  # no longer possible, so not offered
    late = clerk.send(
        f"/pages/clerk/dossiers/{dossier}/refuse",
        uid="019a0000-0000-7000-8000-0000000000c1",
        reason="muộn",
    )
    assert late.status_code == 409
    assert "không còn ở bước này" in late.text
    (row,) = [each for each in sandbox.clerk.dossiers() if each["uid"] == dossier]
    assert (row["status"], row["version"]) == (9, 5)


def test_a_second_click_is_the_same_decision(
    clerk: Browser, counter: SignedCounter, sandbox: RunningSandbox
) -> None:
    dossier = received(counter)
    place = f"/pages/clerk/dossiers/{dossier}"
    clerk.open(place)
    uid = "019a0000-0000-7000-8000-0000000000c2"
    for _ in range(2):
        assert clerk.send(f"{place}/refuse", uid=uid, reason="không thuộc").status_code == 200
    (row,) = [each for each in sandbox.clerk.dossiers() if each["uid"] == dossier]
    assert (row["status"], row["version"]) == (3, 2)
    assert clerk.send(f"{place}/refuse", uid="x", reason="y").status_code == 409
    assert clerk.send(f"{place}/burn", uid=uid).status_code == 404


def test_another_centres_dossiers_are_not_shown(
    sandbox: RunningSandbox, admin: Browser, counter: SignedCounter
) -> None:
    dossier = received(counter)
    sandbox.province.add_centre(Centre("H26.99", "TỈNH", ("NƠI KHÁC",), "Khác", "Mẫu"))
    admin.open("/pages/admin/accounts")
    fields = {"name": "other", "full_name": "Người Khác", "centre": "H26.99"}
    admin.send("/pages/admin/accounts", **fields, password=PASSWORD)
    other = Browser(sandbox.url)
    other.log_in("other", PASSWORD)
    assert counter.used[-1] not in other.open("/pages/clerk/dossiers").text
    assert other.open(f"/pages/clerk/dossiers/{dossier}").status_code == 404
    uid = "019a0000-0000-7000-8000-0000000000c3"
    place = f"/pages/clerk/dossiers/{dossier}/start"
    assert other.send(place, uid=uid, unit="Phòng Mẫu").status_code == 404
    assert counter.used[-1] in admin.open("/pages/clerk/dossiers").text


def test_practice_submissions(clerk: Browser, sandbox: RunningSandbox) -> None:
    page = clerk.open("/pages/clerk/submissions").text
    procedure = re.findall(r'<option value="([^"]+)"', page)[0]
    fields = {"procedure": procedure, "channel": "online"}
    made = clerk.send("/pages/clerk/submissions", **fields, count="3").text
    codes = re.findall(r"G00\.99-\d{8}-\d{7}", made)
    assert len(codes) == 3
    assert codes[0] in clerk.open("/pages/clerk/dossiers?status=1").text
    for wrong in ({"count": "0"}, {"count": "51"}, {"count": "²"}, {"channel": "counter"}):
        assert clerk.send("/pages/clerk/submissions", **{**fields, **wrong}).status_code == 400
    unknown = {**fields, "procedure": "9.999999"}
    assert clerk.send("/pages/clerk/submissions", **unknown).status_code == 400


def test_payments_are_listed(clerk: Browser, counter: SignedCounter) -> None:
    dossier = received(counter)
    fee = FeeLine("Lệ phí", FeeKind.CHARGE, 8000)
    counter.send([counter.entry(Paid((fee,)), dossier=dossier)])
    page = clerk.open("/pages/clerk/payments").text
    assert "8.000 đ" in page
    assert "Đ… T… Thử" in page
    assert "8.000 đ, tiền mặt" in clerk.open(f"/pages/clerk/dossiers/{dossier}").text
