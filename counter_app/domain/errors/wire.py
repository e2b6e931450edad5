"""The line, the server, its certificate and its answers (SYNC §2). Words: `wording/wire.py`.

Each leaf belongs to one class of SYNC's table, which says what happens to the entries that were on
their way; `Fault` names the class, `may_have_arrived` says whether the server can have taken them.
Every error here has the fact `host`, the server's name and port.
"""

from __future__ import annotations

from enum import Enum
from typing import ClassVar

from counter_app.domain.errors import CounterError


class Fault(Enum):
    """The classes of SYNC §2."""

    TRANSPORT = "transport"
    THROTTLE = "throttle"
    SERVER = "server"
    DEVICE = "device"
    PROTOCOL = "protocol"
    TOO_BIG = "too_big"
    TLS = "tls"
    ASKED = "asked"  # the server answered this very question with no: a password, a code


class WireError(CounterError):
    """Base of this subject; never raised itself.

    `fault`: the class. `may_have_arrived`: False when the request surely wasn't taken, so that
    its entries are merely waiting; True when only the server knows (a timeout is unknown, never
    "failed"). `holds`: True when sending stops until the cause was looked at.
    """

    code = "wire"
    fault: ClassVar[Fault] = Fault.TRANSPORT
    may_have_arrived: ClassVar[bool] = True

    @property
    def holds(self) -> bool:
        """True for causes that no repetition heals: device, protocol, certificate."""
        return self.fault in (Fault.DEVICE, Fault.PROTOCOL, Fault.TLS)


# --- transport: no line, or an answer that can't have come from our server -----------------------


class UnreachableError(WireError):
    """No way to the server: no network, no route, no answer to the first knock."""

    code = "wire.unreachable"
    may_have_arrived = False


class LineRefusedError(WireError):
    """The machine is there, the server program isn't."""

    code = "wire.refused"
    may_have_arrived = False


class NameUnknownError(WireError):
    """The server's name can't be looked up (DNS)."""

    code = "wire.dns"
    may_have_arrived = False


class ResetError(WireError):
    """The connection broke while the request or its answer was on the way."""

    code = "wire.reset"


class HandshakeError(WireError):
    """No safe connection came about, though no certificate was at fault. Facts: `reason`."""

    code = "wire.handshake"


class SilentError(WireError):
    """No answer in time: unknown, never "failed". Facts: `seconds` waited."""

    code = "wire.timeout"


class CutAnswerError(WireError):
    """The answer ended too early."""

    code = "wire.cut_answer"


class NotJsonError(WireError):
    """Something else than our server answered: a log-in page of a Wi-Fi, a proxy's page."""

    code = "wire.not_json"


class WrongEchoError(WireError):
    """A good-looking answer that doesn't echo what was sent: it acknowledges nothing."""

    code = "wire.wrong_echo"


class AnswerTooBigError(WireError):
    """The answer is larger than any honest one. Facts: `limit`, in megabytes."""

    code = "wire.answer_too_big"


class ForeignRedirectError(WireError):
    """We were sent on to another server, and didn't go. Facts: `target` (scheme and host)."""

    code = "wire.foreign_redirect"


# --- throttle and server faults: the server is there, later --------------------------------------


class ThrottledError(WireError):
    """The server asks to come back later (408, 425, 429, 503 + Retry-After). Facts: `seconds`."""

    code = "wire.throttled"
    fault = Fault.THROTTLE
    may_have_arrived = False

    def __init__(self, *, host: str, seconds: int | None = None) -> None:
        super().__init__(host=host, seconds=seconds or 0)
        self.retry_after = seconds


class ServerFaultError(WireError):
    """The server stumbled over itself (5xx). Facts: `status`."""

    code = "wire.server_fault"
    fault = Fault.SERVER


# --- the device isn't accepted: everything stays, the administrator acts -------------------------


class DeviceRefusedError(WireError):
    """The server doesn't accept this device, for a reason that has no own words.

    Facts: `reason`, the problem's type.
    """

    code = "wire.device_refused"
    fault = Fault.DEVICE
    may_have_arrived = False


class DeviceUnknownError(DeviceRefusedError):
    """The server doesn't know this device. Facts: `reason`."""

    code = "wire.device_unknown"


class DeviceRevokedError(DeviceRefusedError):
    """The device was revoked. Facts: `reason`."""

    code = "wire.device_revoked"


class DeviceSignatureError(DeviceRefusedError):
    """The device's signature isn't the one that the server knows. Facts: `reason`."""

    code = "wire.device_signature"


class DeviceFrozenError(DeviceRefusedError):
    """Two machines spoke as this device (a copied disk): frozen until one enrols anew.

    Facts: `reason`.
    """

    code = "wire.device_frozen"


class DeviceClockError(DeviceRefusedError):
    """The request's time is too far from the server's. Facts: `reason`."""

    code = "wire.device_clock"


class DeviceEpochError(DeviceRefusedError):
    """The device speaks under an old epoch: it was restored or copied. Facts: `reason`."""

    code = "wire.device_epoch"


# --- protocol: one of the two programs is older --------------------------------------------------


class UpdateNeededError(WireError):
    """The server no longer speaks this program's version (426)."""

    code = "wire.update_needed"
    fault = Fault.PROTOCOL
    may_have_arrived = False


class SchemaError(WireError):
    """The server's answer is JSON, but not of the contract. Facts: `what` was asked.

    It can't count as an answer; it may be another program, so we ask again later.
    """

    code = "wire.schema"


class RequestRejectedError(WireError):
    """The server says no to this request as a whole (400, 404, 422). Facts: `status`, `reason`."""

    code = "wire.rejected"
    fault = Fault.ASKED
    may_have_arrived = False


class TooBigError(WireError):
    """The request is larger than the server takes (413): it is halved."""

    code = "wire.too_big"
    fault = Fault.TOO_BIG
    may_have_arrived = False


# --- who is at the other end? --------------------------------------------------------------------


class CertificateError(WireError):
    """The server's certificate isn't one that we trust. Facts: `reason`."""

    code = "wire.certificate"
    fault = Fault.TLS
    may_have_arrived = False


class CertificateDateError(CertificateError):
    """The certificate isn't valid today, or this machine's date is wrong. Facts: `reason`."""

    code = "wire.certificate_date"


class WrongHostError(CertificateError):
    """The certificate belongs to another server. Facts: `reason`."""

    code = "wire.wrong_host"


class TrustFileError(WireError):
    """The file with the province's authorities can't be used. Facts: `path`, `reason`."""

    code = "wire.trust_file"
    fault = Fault.TLS
    may_have_arrived = False


# --- no, to this very question -------------------------------------------------------------------


class LoginRefusedError(WireError):
    """Name or password isn't right, or the account is locked. Facts: `reason`."""

    code = "wire.login_refused"
    fault = Fault.ASKED
    may_have_arrived = False


class NewPasswordNeededError(WireError):
    """A one-time code was given as password: the officer chooses a password now. No facts needed.

    Said by the province of a code of its own, and by this machine of one that a supervisor made.
    """

    code = "wire.new_password"
    fault = Fault.ASKED
    may_have_arrived = False


class EnrolRefusedError(WireError):
    """The one-time code isn't right, was used, or has run out. Facts: `reason`."""

    code = "wire.enrol_refused"
    fault = Fault.ASKED
    may_have_arrived = False


class EnrolPlaceError(EnrolRefusedError):
    """The one-time code was made out for another centre or counter. Facts: `reason`."""

    code = "wire.enrol_place"


class CursorGoneError(WireError):
    """The server no longer keeps the feed from our cursor on (410): pull from the beginning."""

    code = "wire.cursor_gone"
    fault = Fault.ASKED
    may_have_arrived = False


class CatalogueForgedError(WireError):
    """A catalogue's digest or signature is wrong. Facts: `name`, `version`."""

    code = "wire.catalogue_forged"
    fault = Fault.ASKED


class FeedForgedError(WireError):
    """An entry of the feed isn't whole: its digest or hash doesn't fit. Facts: `uid`."""

    code = "wire.feed_forged"
    fault = Fault.ASKED


class MassDeletionError(WireError):
    """The server takes away more dossiers than it ever should; none is hidden. Facts: `count`."""

    code = "wire.mass_deletion"
    fault = Fault.ASKED


class DayDiffersError(WireError):
    """Server and machine count a day's dossiers differently.

    Facts: `day`, `ours`, `theirs` (how many dossiers).
    """

    code = "wire.day_differs"
    fault = Fault.ASKED
