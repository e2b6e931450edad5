"""Files of scanned papers on the wire: addressed by their digest, sent in pieces, resumed.

The ways of tus (resumable uploads, 1.0) in what matters: the server keeps how far a file has come
(`offset`), the counter asks for it and goes on from there. Offset and digest of a piece stand in
the query, because that is signed and headers aren't.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import AwareDatetime, Field

from counter_app.contract.figures import FILE_BYTES
from counter_app.contract.shapes import WHOLE, Count, Message, Sha256, Uid

CHUNK_BYTES = 256 * 1024
"""The largest piece of a file in one request."""

CHUNK_TYPE = "application/octet-stream"
"""The media type of a piece: the file's own bytes, as they are."""

UPLOAD_OFFSET = "Upload-Offset"
UPLOAD_LENGTH = "Upload-Length"
"""Headers that answer `HEAD /v1/files/{digest}`, named as tus names them."""

FileSize = Annotated[int, Field(ge=1, le=FILE_BYTES), WHOLE]


class FileOffer(Message):
    """`POST /v1/files`: this file goes with that entry of that dossier.

    `entry` is the uid of the accepted `paper_scanned` entry, which names the same digest and size.
    Repeated, it has no further effect; the same file may go with several entries.
    """

    sha256: Sha256
    size: FileSize
    dossier: Uid
    entry: Uid


class FileReceipt(Message):
    """The server's word that it holds the whole file, and that its digest agrees."""

    sha256: Sha256
    size: FileSize
    received_at: AwareDatetime


class FileProgress(Message):
    """How far a file has come: bytes from its beginning. `receipt` only for a whole one."""

    sha256: Sha256
    size: FileSize
    offset: Count
    receipt: FileReceipt | None = None
    server_time: AwareDatetime
