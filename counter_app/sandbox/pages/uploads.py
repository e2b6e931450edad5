"""Forms that bring a file along (multipart/form-data, RFC 7578), read by the standard library."""

from __future__ import annotations

from email import policy
from email.parser import BytesParser

from counter_app.domain.rollout.codes_list import decoded
from counter_app.sandbox.province.refusal import RefusalError

FILE = "file"
"""The field of the one file that a form may bring; its text comes whole, "" when none was chosen.

Files are lists that a spreadsheet saved; the size of a request bounds them.
"""


def read_parts(content_type: str, data: bytes, most: int) -> list[tuple[str, str]]:
    """Return the fields of a form, in their order. Raises `RefusalError`."""
    head = f"Content-Type: {content_type}\r\n\r\n".encode("latin-1", "replace")
    message = BytesParser(policy=policy.HTTP).parsebytes(head + data)
    parts = list(message.iter_parts()) if message.is_multipart() else []
    if not parts or len(parts) > most:
        raise RefusalError("schema")
    found = []
    for part in parts:
        name = part.get_param("name", header="Content-Disposition")
        content = part.get_payload(decode=True)
        text = decoded(content) if isinstance(content, bytes) else None
        if not isinstance(name, str) or text is None:
            raise RefusalError("encoding" if name == FILE else "schema")
        found.append((name, text))
    return found
