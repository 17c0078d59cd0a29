"""The key of a Games: Ed25519, its private half a file of the installation that its owner alone may read.

The library is loaded when something is signed or checked: it takes a twentieth of what a server weighs.
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from spartakiad.competition.decide.sheets import MakeKey
from spartakiad.competition.desk import Desk

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_LENGTH = 32


def key_of(desk: Desk, games: str, folder: str) -> "Ed25519PrivateKey":
    """Made when it is first needed; where the journal names another one (the file was lost) it names this one now."""
    private = kept_key(Path(folder), games)
    desk.carry_out(games, MakeKey(public_half(private)))
    return private


def public_half(private: "Ed25519PrivateKey") -> str:
    return private.public_key().public_bytes_raw().hex()


def sign(private: "Ed25519PrivateKey", words: str) -> str:
    return private.sign(words.encode()).hex()


def is_signed(public: str, signature: str, words: str) -> bool:
    """Whether the holder of this key's private half signed these words; whatever is no key signed nothing."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(bytes.fromhex(signature), words.encode())
    except (InvalidSignature, ValueError):
        return False
    return True


def kept_key(folder: Path, games: str) -> "Ed25519PrivateKey":
    """Of this installation; made at once where there is none."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / f"{games}.key"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return Ed25519PrivateKey.from_private_bytes(path.read_bytes()[:_LENGTH])
    private = Ed25519PrivateKey.generate()
    with os.fdopen(handle, "wb") as file:
        file.write(private.private_bytes_raw())
        file.flush()
        os.fsync(file.fileno())
    return private
