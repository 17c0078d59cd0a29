"""What a venue card is made of: its code, the code words that are said aloud, the word that is printed on it.

All three come from the card's seed and the installation's secret, so a card can be printed again and its words be said
again though no record holds any of them: whoever reads the database alone can do neither.
"""

import hashlib
import hmac
import re

from spartakiad.words.code_words import WHAT, WHICH
from spartakiad.words.keys import search_key

DIGITS = 40  # of a code, more than 128 bits; digits only, for it may have to be typed with gloves


def code_of(secret: bytes, seed: str) -> str:
    return f"{_number(secret, 'code', seed) % 10**DIGITS:0{DIGITS}d}"


def code_in(typed: str) -> str:
    """The digits of a code however they were parted."""
    return "".join(re.findall(r"[0-9]", typed))[: DIGITS + 1]


def in_groups(code: str) -> str:
    """«1234 5678 …», as it is printed and typed."""
    return " ".join(re.findall(r"\d{1,4}", code))


def words_of(secret: bytes, seed: str) -> str:
    """«тихий ледокол»: said to the judges of the hall and never printed."""
    number = _number(secret, "words", seed)
    return f"{WHICH[number % len(WHICH)]} {WHAT[number // len(WHICH) % len(WHAT)]}"


def sign_of(secret: bytes, seed: str) -> str:
    """Printed on the card and shown by the page that its code leads to: a false code leads to a page without it."""
    return WHAT[_number(secret, "sign", seed) % len(WHAT)]


def word_hash(secret: bytes, words: str) -> str:
    """Keyed, for the lists of words are short. Spaces, case and ё do not matter."""
    return hmac.new(secret, f"card words {search_key(words)}".encode(), hashlib.sha256).hexdigest()


def _number(secret: bytes, what: str, seed: str) -> int:
    return int.from_bytes(hmac.new(secret, f"card {what} {seed}".encode(), hashlib.sha256).digest(), "big")
