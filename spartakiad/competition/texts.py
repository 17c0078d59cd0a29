"""Free text that people type: trimmed, without characters that hide or turn other text, not longer than it may be."""

import unicodedata

from spartakiad.errors import Refusal

SENTENCE = 500
PHRASE = 200


def free_text(text: str, field: str, limit: int) -> str:
    """The text as it is kept. Raises Refusal too_long."""
    visible = "".join(sign for sign in unicodedata.normalize("NFC", text) if unicodedata.category(sign) not in _HIDDEN)
    clean = " ".join(visible.split())
    if len(clean) > limit:
        raise Refusal("too_long", field, limit=limit, length=len(clean))
    return clean


_HIDDEN = ("Cf", "Co", "Cn", "Cs")  # format signs, bidirectional marks among them, private and broken characters
