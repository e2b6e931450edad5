"""From what requests, urllib3 and the operating system say to our errors (SYNC §2, table).

Nothing of these libraries leaves the gateway: neither their exceptions nor their texts, which may
contain addresses and answers.
"""

from __future__ import annotations

import errno
import http.client
import socket
import ssl
from collections.abc import Iterator

import requests
import urllib3.exceptions

from counter_app.domain.errors.wire import (
    CertificateDateError,
    CertificateError,
    CutAnswerError,
    HandshakeError,
    LineRefusedError,
    NameUnknownError,
    NotJsonError,
    ResetError,
    SilentError,
    UnreachableError,
    WireError,
    WrongHostError,
)

# OpenSSL's X509_V_ERR_* (x509_vfy.h): stable numbers since 1.0.2.
_NOT_YET_VALID, _EXPIRED = 9, 10
_HOST_MISMATCH, _ADDRESS_MISMATCH = 62, 64

_NO_WAY = frozenset(
    {errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EHOSTDOWN, errno.EADDRNOTAVAIL}
)

_NO_NAME = (
    socket.gaierror,
    requests.exceptions.InvalidURL,
    urllib3.exceptions.LocationValueError,
    UnicodeError,  # Python's idna codec, of a name like "a..b"
)


def from_exception(error: BaseException, *, host: str, seconds: float) -> WireError:
    """Return our error for what was raised while asking `host` and waiting up to `seconds`.

    The innermost cause speaks: requests wraps urllib3, which wraps the system's own words.
    """
    causes = tuple(_causes(error))
    for cause in causes:
        if isinstance(cause, ssl.SSLError):
            return _from_tls(cause, host)
    if any(isinstance(cause, _NO_NAME) for cause in causes):
        return NameUnknownError(host=host)
    if any(isinstance(cause, ConnectionRefusedError) for cause in causes):
        return LineRefusedError(host=host)
    if any(isinstance(cause, requests.ConnectTimeout) for cause in causes) or any(
        isinstance(cause, urllib3.exceptions.NewConnectionError) for cause in causes
    ):
        return UnreachableError(host=host)
    if any(_is_timeout(cause) for cause in causes):
        return SilentError(host=host, seconds=round(seconds))
    if any(
        isinstance(cause, urllib3.exceptions.DecodeError | requests.exceptions.ContentDecodingError)
        for cause in causes
    ):
        return NotJsonError(host=host)
    if any(
        isinstance(cause, http.client.IncompleteRead | urllib3.exceptions.IncompleteRead)
        for cause in causes
    ):
        return CutAnswerError(host=host)
    if any(_is_no_http(cause) for cause in causes):
        return NotJsonError(host=host)
    if any(isinstance(cause, OSError) and cause.errno in _NO_WAY for cause in causes):
        return UnreachableError(host=host)
    return ResetError(host=host)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Yield `error`, what it wraps (also as an argument, urllib3's habit), and so on, once each."""
    seen: set[int] = set()
    waiting: list[BaseException] = [error]
    while waiting:
        each = waiting.pop()
        if id(each) in seen:
            continue
        seen.add(id(each))
        yield each
        inner = (each.__cause__, each.__context__, getattr(each, "reason", None), *each.args)
        waiting.extend(item for item in inner if isinstance(item, BaseException))


def _is_timeout(error: BaseException) -> bool:
    return isinstance(error, TimeoutError | requests.Timeout | urllib3.exceptions.TimeoutError)


def _is_no_http(error: BaseException) -> bool:
    """True for an answer that isn't HTTP at all; a closed line (RemoteDisconnected) isn't that."""
    return isinstance(error, http.client.HTTPException) and not isinstance(
        error, http.client.RemoteDisconnected | http.client.NotConnected
    )


def _from_tls(error: ssl.SSLError, host: str) -> WireError:
    if not isinstance(error, ssl.SSLCertVerificationError):
        return HandshakeError(host=host, reason=error.reason or type(error).__name__)
    code = getattr(error, "verify_code", 0)
    reason = getattr(error, "verify_message", "") or "certificate"
    if code in (_HOST_MISMATCH, _ADDRESS_MISMATCH) or "mismatch" in reason.lower():
        return WrongHostError(host=host, reason=reason)
    if code in (_NOT_YET_VALID, _EXPIRED):
        return CertificateDateError(host=host, reason=reason)
    return CertificateError(host=host, reason=reason)
