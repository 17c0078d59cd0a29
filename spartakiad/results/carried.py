"""Records that a device could not send and gave away as a file or a code: who typed them is proved by its session."""

import hashlib
import hmac
from dataclasses import dataclass
from typing import Annotated

import msgspec
from sqlmodel import Session

from spartakiad.accounts.queries import session_of
from spartakiad.errors import Refusal
from spartakiad.results.records import Record, key_of
from spartakiad.results.sent import Device, Sent, record_of
from spartakiad.store.commands import is_known

_LONGEST = 200_000  # characters


class Bundle(msgspec.Struct, forbid_unknown_fields=True):
    """`first`: the oldest record that the device still keeps; `proof`: its records, sealed with its session's key."""

    games: Annotated[str, msgspec.Meta(max_length=80)]
    device: Device
    session: Annotated[int, msgspec.Meta(ge=1, le=10**9)]
    first: Annotated[int, msgspec.Meta(ge=1, le=10**9)]
    records: Annotated[str, msgspec.Meta(max_length=_LONGEST)]
    proof: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]


@dataclass(frozen=True, slots=True)
class Brought:
    """`typist`, `device`: the judge as an actor and his session, as facts name them."""

    typist: str
    device: str
    records: tuple[Record, ...]


def carry_key(secret: bytes, session_hash: str) -> str:
    """The key by which a device seals what it gives away; it gets it with its entry screen."""
    return hmac.new(secret, f"carry {session_hash}".encode(), hashlib.sha256).hexdigest()


def read_bundle(session: Session, secret: bytes, games: str, text: str) -> Brought:
    """Raises Refusal bundle_unreadable, bundle_elsewhere, bundle_unproved, bundle_gap (an earlier one is due)."""
    try:
        bundle = msgspec.json.decode(text[:_LONGEST], type=Bundle)
        sent = msgspec.json.decode(bundle.records, type=list[Sent])
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise Refusal("bundle_unreadable", "bundle") from error
    if bundle.games != games or not sent:
        raise Refusal("bundle_elsewhere", "bundle")
    found = session_of(session, bundle.session)
    if found is None or not _proved(carry_key(secret, found.token_hash), bundle):
        raise Refusal("bundle_unproved", "bundle")
    before = sent[0].n - 1
    if before >= bundle.first and not is_known(session, key_of(games, bundle.device, before)):
        raise Refusal("bundle_gap", "bundle", number=before)
    records = tuple(record_of(games, bundle.device, one) for one in sent)
    return Brought(f"a{found.account}", f"s{bundle.session}", records)


def _proved(key: str, bundle: Bundle) -> bool:
    sealed = f"{bundle.games} {bundle.device} {bundle.first} {bundle.records}"
    wanted = hmac.new(key.encode(), sealed.encode(), hashlib.sha256).hexdigest()
    return hmac.compare_digest(wanted, bundle.proof)
