"""Nationalities as officers type them, to the two letters of ISO 3166-1."""

from __future__ import annotations

from counter_app.domain.text import clean, fold

_CODES = {
    "viet nam": "VN",
    "trung quoc": "CN",
    "dai loan": "TW",
    "hong kong": "HK",
    "han quoc": "KR",
    "trieu tien": "KP",
    "nhat ban": "JP",
    "nhat": "JP",
    "lao": "LA",
    "campuchia": "KH",
    "cam pu chia": "KH",
    "thai lan": "TH",
    "myanmar": "MM",
    "malaysia": "MY",
    "singapore": "SG",
    "indonesia": "ID",
    "philippines": "PH",
    "an do": "IN",
    "my": "US",
    "hoa ky": "US",
    "canada": "CA",
    "uc": "AU",
    "new zealand": "NZ",
    "anh": "GB",
    "phap": "FR",
    "duc": "DE",
    "y": "IT",
    "italia": "IT",
    "tay ban nha": "ES",
    "ha lan": "NL",
    "bi": "BE",
    "thuy si": "CH",
    "thuy dien": "SE",
    "na uy": "NO",
    "dan mach": "DK",
    "phan lan": "FI",
    "ba lan": "PL",
    "sec": "CZ",
    "nga": "RU",
    "ukraina": "UA",
}


def nationality_code(text: str) -> str:
    """Return the code of a country's Vietnamese name: `"Hàn Quốc"` → `"KR"`.

    A code stays, in capitals; a name that isn't known comes back as it was typed.
    """
    return _CODES.get(fold(text), clean(text).upper() if len(clean(text)) <= 2 else clean(text))
