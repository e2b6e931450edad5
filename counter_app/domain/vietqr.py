"""VietQR: what a bank's app reads to fill in a transfer (QR of NAPAS, after EMVCo).

A payload is a row of data objects, each an identifier of two digits, a length of two digits and a
value (EMV QRCPS, Merchant-Presented Mode 1.1, §3 and §4). NAPAS adds the template 38 with bank and
account (VietQR format 1.0 of September 2021, NAPAS QR Switching 1.5.2, part IV).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from counter_app.domain.text import fold

NAPAS = "A000000727"
"""The application identifier (AID) of NAPAS: whose the template 38 is."""

TO_ACCOUNT = "QRIBFTTA"
"""Service code of a transfer to an account; to a card it would be QRIBFTTC."""

DONG = "704"
"""ISO 4217, numeric."""

LONGEST_PURPOSE = 25
"""Characters that a purpose may have, by the format of VietQR."""

_LONGEST_AMOUNT = 13
_ONE_TIME, _REUSABLE = "12", "11"
_BIN = re.compile(r"[0-9]{6}")
_ACCOUNT = re.compile(r"[0-9A-Za-z]{1,19}")
_NOT_IN_PURPOSE = re.compile(r"[^A-Z0-9 .-]+")
_TAIL = 8  # characters of an id
_TRANSFER_CODE = re.compile(r"(?<![0-9A-Z])HS([0-9A-F]{8})(?![0-9A-Z])")
_LIKE_A_PERSONS_NUMBER = re.compile(r"[0-9]{9,}")


@dataclass(frozen=True, slots=True)
class BankAccount:
    """The account that a centre takes fees on.

    `bin` is the bank's number with NAPAS (six digits), `number` the account's, `bank` and `holder`
    are what a citizen compares with the app: "Ngân hàng Mẫu", "TRUNG TAM PVHCC PHUONG MAU".
    """

    bin: str
    number: str
    holder: str = ""
    bank: str = ""

    def __post_init__(self) -> None:
        if not _BIN.fullmatch(self.bin):
            raise ValueError("a bank's number with NAPAS has six digits")
        if not _ACCOUNT.fullmatch(self.number):
            raise ValueError("an account has up to 19 digits or letters")


def payload(account: BankAccount, amount: int | None = None, purpose: str = "") -> str:
    """Return the text of the symbol: a transfer of `amount` whole đồng to `account`.

    Without an amount the payer types it, and the symbol may be used again. `purpose` is set in
    capitals without marks, which every bank passes on; it names the dossier, so no digits as long
    as an identity number, a phone or an account may stand in it. Raises ValueError.
    """
    if amount is not None and not 0 < amount < 10**_LONGEST_AMOUNT:
        raise ValueError("an amount lies between 1 đồng and thirteen figures")
    said = plain_purpose(purpose)
    receiver = _object("00", account.bin) + _object("01", account.number)
    template = _object("00", NAPAS) + _object("01", receiver) + _object("02", TO_ACCOUNT)
    text = _object("00", "01")  # version of the format
    text += _object("01", _REUSABLE if amount is None else _ONE_TIME)
    text += _object("38", template) + _object("53", DONG)
    if amount is not None:
        text += _object("54", str(amount))
    text += _object("58", "VN")
    if said:
        text += _object("62", _object("08", said))
    text += "6304"  # the check covers its own identifier and length
    return f"{text}{crc16(text.encode('ascii')):04X}"


def plain_purpose(purpose: str) -> str:
    """Return a purpose as it is written into a symbol. Raises ValueError when it may not be."""
    said = " ".join(_NOT_IN_PURPOSE.sub(" ", fold(purpose).upper()).split())
    if len(said) > LONGEST_PURPOSE:
        raise ValueError("a purpose has up to 25 characters")
    if _LIKE_A_PERSONS_NUMBER.search(said):
        raise ValueError("a purpose names a dossier, never a person's number")
    return said


def transfer_code(uid: str) -> str:
    """Return what a transfer names while the dossier has no code yet: `HS1A2B3C4D`.

    The end of the dossier's own id, which the draft bears already: so it is in every entry of the
    journal, and the bank's line finds its dossier for ever. Eight hexadecimal figures are random
    (RFC 9562, UUIDv7) and say nothing of a person.
    """
    return f"HS{uid[-_TAIL:]}".upper()


def early_purpose(counter: str, uid: str) -> str:
    """Return the purpose of a transfer before the number: counter and `transfer_code`."""
    code = transfer_code(uid)
    whole = f"QUAY {counter} {code}"
    return whole if len(whole) <= LONGEST_PURPOSE else code


def find_transfer_code(text: str) -> str:
    """Return the end of the id that a bank's line names, as ids are written; "" for none."""
    found = {match.group(1) for match in _TRANSFER_CODE.finditer(text.upper())}
    return found.pop().lower() if len(found) == 1 else ""


def crc16(data: bytes) -> int:
    """Return the check of ISO/IEC 13239 (CRC-16/CCITT-FALSE): 0x1021 from 0xFFFF, not reflected."""
    crc = 0xFFFF
    for byte in data:
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1) ^ (0x1021 if crc & 0x8000 else 0)
        crc &= 0xFFFF
    return crc


def _object(identifier: str, value: str) -> str:
    if not 0 < len(value) < 100:
        raise ValueError("the value of a data object has 1 to 99 characters")
    return f"{identifier}{len(value):02d}{value}"
