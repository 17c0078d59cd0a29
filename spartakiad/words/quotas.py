"""How many of a team may be entered, in words."""

from collections.abc import Mapping, Sequence

from spartakiad.words.numbers import counted

OF: Mapping[str, str] = {"team": "", "f": "женщин ", "m": "мужчин "}  # before «уже 4 из 4»
OVER: Mapping[str, str] = {  # before «у команды»
    "team": "участников",
    "f": "женщин",
    "m": "мужчин",
    "reserve": "запасных",
    "personal": "лично",
    "guest": "вне конкурса",
}
_SHORT: Mapping[str, str] = {
    "team": "",
    "f": "ж ",
    "m": "м ",
    "reserve": "зап. ",
    "personal": "лично ",
    "guest": "в/к ",
}
_WHO = {
    "team": ("участника", "участников", "участников"),
    "f": ("женщины", "женщин", "женщин"),
    "m": ("мужчины", "мужчин", "мужчин"),
}
_ROLES: Mapping[str, str] = {"reserve": "запасных", "personal": "лично", "guest": "вне конкурса"}


def counter_words(counters: Sequence[tuple[str, int, int]]) -> str:
    """«м 3 из 4 · ж 2 из 4»: in which way one is counted, how many there are, how many may be."""
    told = (f"{_SHORT[way]}{entered} из {most}".replace(" ", "\u00a0") for way, entered, most in counters)
    return " · ".join(told)


def quota_rules(quotas: Mapping[str, int]) -> str:
    """«От команды не больше 8 участников, из них не больше 4 женщин и 4 мужчин; лично не больше 2», or ""."""
    whole = f"не больше {counted(quotas['team'], *_WHO['team'])}" if "team" in quotas else ""
    sexes = [counted(quotas[sex], *_WHO[sex]) for sex in ("f", "m") if sex in quotas]
    of_them = f"не больше {' и '.join(sexes)}" if sexes else ""
    starting = ", из них ".join(filter(None, (whole, of_them)))
    roles = [_role(words, quotas[role]) for role, words in _ROLES.items() if role in quotas]
    told = "; ".join(filter(None, (starting and f"от команды {starting}", *roles)))
    return told[:1].upper() + told[1:]


def role_words(role: str) -> str:
    return _ROLES[role]


def _role(words: str, most: int) -> str:
    return f"{words} не больше {most}" if most else f"{words} не заявляют"
