"""The payload of VietQR: built by hand here, and read back object by object."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.plain import from_plain, to_plain
from counter_app.domain.vietqr import (
    LONGEST_PURPOSE,
    BankAccount,
    crc16,
    early_purpose,
    find_transfer_code,
    payload,
    plain_purpose,
    transfer_code,
)

ACCOUNT = BankAccount("970416", "257678859")
CODE = "H26.15-261120-0001"


def objects(text: str) -> dict[str, str]:
    """Read identifier, length and value after each other."""
    found = {}
    while text:
        size = int(text[2:4])
        found[text[:2]] = text[4 : 4 + size]
        assert len(found[text[:2]]) == size
        text = text[4 + size :]
    return found


def slow_crc(data: bytes) -> int:
    """Divide the message as one long number by x¹⁶ + x¹² + x⁵ + 1: the definition."""
    message = int.from_bytes(data, "big") << 16
    # An initial value of ones is the same as turning the first sixteen bits over.
    message ^= 0xFFFF << (8 * len(data))
    for place in range(8 * len(data) + 15, 15, -1):
        if message >> place & 1:
            message ^= 0x11021 << (place - 16)
    return message


def test_the_check_is_that_of_the_standard() -> None:
    assert crc16(b"123456789") == 0x29B1  # the check value of CRC-16/CCITT-FALSE


EXAMPLES = {
    # The format's own examples of a one-time transfer (VietQR 1.0): to an account, 6.1.3 …
    "2E2E": "38570010A00000072701270006970403011300110123456780208QRIBFTTA",
    # … and to a card, 6.1.4.
    "A203": "38600010A00000072701300006970403011697040311012345670208QRIBFTTC",
}


@pytest.mark.parametrize("check", EXAMPLES)
def test_published_payloads_have_our_check(check: str) -> None:
    purpose = "62340107NPS68690819thanh toan don hang"
    text = f"000201010212{EXAMPLES[check]}530370454061800005802VN{purpose}6304"
    assert f"{crc16(text.encode()):04X}" == check


@given(st.binary(min_size=2, max_size=200))
def test_the_check_is_a_division(data: bytes) -> None:
    assert crc16(data) == slow_crc(data)


def test_a_symbol_without_an_amount_is_as_others_make_it() -> None:
    """The same bank and account, by another program whose symbols are in use."""
    assert payload(ACCOUNT) == (
        "00020101021138530010A0000007270123000697041601092576788590208QRIBFTTA53037045802VN6304AE9F"
    )


def test_a_transfer_for_a_dossier_by_hand() -> None:
    said = payload(ACCOUNT, 8000, CODE)
    parts = (
        "000201",  # the format
        "010212",  # for one payment
        "3853",  # NAPAS: 14 + 27 + 12 characters
        "0010A000000727",
        "0123",
        "0006970416",
        "0109257678859",
        "0208QRIBFTTA",
        "5303704",
        "54048000",
        "5802VN",
        "6222",
        "0818H26.15-261120-0001",
        "6304",
    )
    assert said[:-4] == "".join(parts)
    assert said[-4:] == f"{slow_crc(said[:-4].encode()):04X}"


@given(
    bin_=st.from_regex(r"[0-9]{6}", fullmatch=True),
    number=st.from_regex(r"[0-9A-Za-z]{1,19}", fullmatch=True),
    amount=st.none() | st.integers(1, 10**13 - 1),
    purpose=st.text(alphabet="ABC nhận hồ sơ.-12", max_size=20),
)
def test_every_payload_can_be_read_back(
    bin_: str, number: str, amount: int | None, purpose: str
) -> None:
    try:
        said = plain_purpose(purpose)
    except ValueError:
        return
    text = payload(BankAccount(bin_, number), amount, purpose)
    whole = objects(text)
    assert list(whole) == sorted(whole)
    assert whole["53"] == "704"
    assert whole["58"] == "VN"
    assert whole["01"] == ("11" if amount is None else "12")
    assert whole.get("54") == (None if amount is None else str(amount))
    template = objects(whole["38"])
    assert template["00"] == "A000000727"
    assert objects(template["01"]) == {"00": bin_, "01": number}
    assert (objects(whole["62"])["08"] if said else "") == said
    assert text.isascii()


def test_a_purpose_is_plain_and_short() -> None:
    assert plain_purpose("  Lệ phí hồ sơ: Quầy 2 ") == "LE PHI HO SO QUAY 2"
    assert plain_purpose(CODE) == CODE
    with pytest.raises(ValueError, match="25"):
        payload(ACCOUNT, 8000, "x" * 26)


@pytest.mark.parametrize("number", ["001184000123", "0900000456", "Le Thi Mau 001184000123"])
def test_a_persons_number_never_stands_in_a_symbol(number: str) -> None:
    with pytest.raises(ValueError, match="person"):
        payload(ACCOUNT, 8000, number)


@pytest.mark.parametrize("amount", [0, -1, 10**13])
def test_an_amount_that_no_transfer_has(amount: int) -> None:
    with pytest.raises(ValueError, match="amount"):
        payload(ACCOUNT, amount)


@pytest.mark.parametrize(
    ("bin_", "number"),
    [("97041", "1"), ("97041x", "1"), ("970416", ""), ("970416", "1" * 20), ("970416", "12 34")],
)
def test_an_account_that_no_bank_has(bin_: str, number: str) -> None:
    with pytest.raises(ValueError, match=r"NAPAS|account"):
        BankAccount(bin_, number)


def test_an_account_stands_in_the_centres_data() -> None:
    account = BankAccount("970416", "257678859", "TRUNG TAM PVHCC", "Ngân hàng Mẫu")
    assert from_plain(BankAccount, to_plain(account)) == account


@given(uid=st.uuids().map(str), counter=st.from_regex(r"[A-Z0-9]{1,6}", fullmatch=True))
def test_a_transfer_before_the_number_is_known_again(uid: str, counter: str) -> None:
    purpose = early_purpose(counter, uid)
    assert len(purpose) <= LONGEST_PURPOSE
    assert plain_purpose(purpose) == purpose, "every bank passes it on as it is"
    for line in (
        purpose,
        f"MBVCB.118.{purpose}.CT tu 001",
        purpose.lower(),
        f"{purpose};{purpose}",
    ):
        assert uid.endswith(find_transfer_code(line) or "-")


def test_a_long_counter_gives_way_to_the_code() -> None:
    assert early_purpose("MỘT CỬA PHƯỜNG MẪU", "a" * 36) == "HSAAAAAAAA"


def test_what_names_no_dossier_or_several_is_no_transfer_code() -> None:
    one, other = transfer_code("a" * 36), transfer_code("b" * 36)
    for text in ("", "HS123", "HS1A2B3C4D5", "XHS1A2B3C4D", "HS1A2B3C4G", f"{one} {other}"):
        assert find_transfer_code(text) == ""
    assert find_transfer_code(f"nop {one}") == "a" * 8
