"""Whom we believe: the TLS settings of every connection (SYNC §2, class "TLS identity").

Two sources, never mixed: the operating system's authorities, which a province's administrator
manages like for every other program, or the province's own file, and then nothing else. There is
no switch that turns checking off.
"""

from __future__ import annotations

import ssl
from typing import Any

import truststore
from requests.adapters import HTTPAdapter

from counter_app.domain.errors.wire import TrustFileError
from counter_app.gateway.patience import PatientPool, PatientTlsPool


def tls_context(host: str, ca_file: str = "", ca: tuple[str, ...] = ()) -> ssl.SSLContext:
    """Return the context: at least TLS 1.2, names checked.

    `ca_file` (a PEM file) or `ca` (PEM texts, as enrolment gives them) replace the system's
    authorities. `host` is for the error: raises `TrustFileError` when they can't be used.
    """
    if not ca_file and not ca:
        context: ssl.SSLContext = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    else:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        try:
            if ca_file:
                context.load_verify_locations(cafile=ca_file)
            if ca:
                context.load_verify_locations(cadata="\n".join(ca))
        except (OSError, ValueError, TypeError) as error:  # ssl.SSLError is an OSError
            reason = getattr(error, "strerror", None) or type(error).__name__
            raise TrustFileError(host=host, path=ca_file or "–", reason=reason) from error
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


class TrustingAdapter(HTTPAdapter):
    """Connections of one session: our own TLS context, no silent repetition."""

    def __init__(self, context: ssl.SSLContext | None) -> None:
        self._context = context
        super().__init__(pool_connections=1, pool_maxsize=1, max_retries=0)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """Hand our context and our patience to every pool."""
        super().init_poolmanager(*args, ssl_context=self._context, **kwargs)

        self.poolmanager.pool_classes_by_scheme = {"http": PatientPool, "https": PatientTlsPool}

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """Leave trust to the context alone; requests would add certifi's list to it."""
        del url, verify, cert
        conn.cert_reqs = "CERT_REQUIRED"
        conn.ca_certs = None
        conn.ca_cert_dir = None
