"""Keys made here and not by a database, so that both databases sort and find Russian words alike."""

import re
import unicodedata
from collections.abc import Sequence

_LATIN = {
    **dict(zip("абвгдезийклмнопрстуфыэ", "abvgdeziyklmnoprstufye", strict=True)),
    **{"ё": "e", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sch"},
    **{"ъ": "", "ь": "", "ю": "yu", "я": "ya"},
}
_LATIN_LETTER = re.compile(r"[a-z]")
_RUSSIAN_WORD = re.compile(r"[а-я]+")
_BETWEEN = "\0"  # names that are folded together; no text has it
_LOOKALIKES = str.maketrans("abcehkmoptxy", "авсенкмортху")


def sort_key(text: str) -> str:
    """ё stands with е, case does not matter; the original follows, so that equals keep one order."""
    folded = unicodedata.normalize("NFC", text).casefold().replace("ё", "е")
    return f"{folded}\x1f{text}"


def search_key(text: str) -> str:
    """What two spellings of one name share: ё and е, case, spaces, hyphens, Latin letters that look Russian."""
    return search_keys([text])[0]


def search_keys(texts: Sequence[str]) -> list[str]:
    """Of many names at once."""
    folded = _folded(_BETWEEN.join(texts)).replace("-", " ").split(_BETWEEN)
    return ["".join(one.split()) for one in folded] if texts else []


def plain_words(text: str) -> str:
    """The words of a heading: small letters, ё as е, Latin letters that look Russian, nothing between but one space."""
    folded = _folded(text)
    return folded if _RUSSIAN_WORD.fullmatch(folded) else " ".join(_RUSSIAN_WORD.findall(folded))


def _folded(text: str) -> str:
    folded = unicodedata.normalize("NFC", text).casefold().replace("ё", "е")
    return folded.translate(_LOOKALIKES) if _LATIN_LETTER.search(folded) else folded


def slug_of(text: str) -> str:
    """A name for an address: «Великие Луки» → velikie-luki; "" where nothing of it can be written so."""
    folded = unicodedata.normalize("NFC", text).casefold()
    latin = "".join(_LATIN.get(sign, sign) for sign in folded)
    return "-".join(re.findall(r"[a-z0-9]+", latin))[:60].strip("-")
