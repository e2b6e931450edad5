"""An entry as it came in: whether its header is whole, and its body what its kind says."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.contract.bodies import BodyError, read_body
from counter_app.contract.entries import WireEntry
from counter_app.contract.problem import FieldError, WireProblem
from counter_app.domain.acts.kinds import Body
from counter_app.domain.journal.canonical import canonical, sha256
from counter_app.domain.journal.entry import GENESIS, Entry, header_hash
from counter_app.sandbox.province.refusal import problem


@dataclass(slots=True)
class Arrival:
    """One entry of a batch. Without a `header` it is forged or undecodable, and `wrong` says how.

    `identity` is the digest of what the entry says, apart from its place in a chain: after a
    restore the same act comes back under a new chain with the same uid (SYNC §4). `body` is there
    after `read`, unless `wrong` says what isn't right about it.
    """

    entry: WireEntry
    identity: str
    header: Entry | None
    wrong: WireProblem | None
    body: Body | None = None

    def read(self) -> None:
        """Read the body: needed once, and only for an entry that isn't known yet."""
        if self.header is None:
            return
        try:
            self.body = read_body(self.header.kind, self.entry.body)
        except BodyError as error:
            errors = (
                FieldError(pointer=f"/body{each.pointer}"[:300], code=each.code)
                for each in error.errors
            )
            self.wrong = problem("body-schema", *errors)


def arrival(entry: WireEntry) -> Arrival:
    """Return `entry` with its header, when that is whole: known kind, right digests."""
    header, wrong = _header(entry)
    said = [entry.kind, entry.body_sha256, entry.officer, entry.occurred_at.isoformat()]
    said += [entry.supersedes] if entry.supersedes else []
    identity = sha256(canonical([*said, entry.dossier, entry.code]))
    return Arrival(entry, identity, header, wrong)


def _header(entry: WireEntry) -> tuple[Entry | None, WireProblem | None]:
    if sha256(entry.body.encode("utf-8")) != entry.body_sha256:
        return None, problem("body-digest")
    try:
        header = entry.entry()
    except ValueError:
        return None, problem("kind-unknown", FieldError(pointer="/kind", code="unknown"))
    if header_hash(header) != header.hash or (header.n == 1 and header.prev_hash != GENESIS):
        return None, problem("header-hash")
    return header, None
