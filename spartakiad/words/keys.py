"""Keys made here and not by a database, so that both databases sort and find Russian words alike."""

import unicodedata

_LOOKALIKES = str.maketrans("abcehkmoptxy", "авсенкмортху")


def sort_key(text: str) -> str:
    """ё stands with е, case does not matter; the original follows, so that equals keep one order."""
    folded = unicodedata.normalize("NFC", text).casefold().replace("ё", "е")
    return f"{folded}\x1f{text}"


def search_key(text: str) -> str:
    """What two spellings of one name share: ё and е, case, spaces, hyphens, Latin letters that look Russian."""
    folded = unicodedata.normalize("NFC", text).casefold().replace("ё", "е")
    return "".join(folded.translate(_LOOKALIKES).replace("-", " ").split())
