"""What of a regulation is changed in plain Russian: one line for each number, choice or word, and how it is typed.

A path names where the value is: in the contest's own row, in the `rules` it is held by, in its `conditions`
(eligibility), or in a standing; `*` stands for each of a list.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from spartakiad.competition.texts import PHRASE, free_text
from spartakiad.errors import Refusal
from spartakiad.words.ranks import RANKS

_FRACTION = re.compile(r"(\d{1,6})/(\d{1,6})")
_DECIMAL = re.compile(r"-?\d{1,6}([.,]\d{1,6})?")
_PLACES_BELOW = {"last+1": "место за последним", "last": "последнее место", "n": "место, сколько команд", "n+1": "n+1"}


class Kind(Protocol):
    """`read` turns what was typed into the document's value or raises Refusal; `shown` is its other side.

    `options`: what can be chosen, pairs (typed, words); empty where it is typed freely. Whoever asks names the field.
    """

    @property
    def options(self) -> tuple[tuple[str, str], ...]: ...
    def read(self, typed: str) -> object: ...
    def shown(self, value: object) -> str: ...


@dataclass(frozen=True, slots=True)
class Whole:
    least: int
    most: int
    options: tuple[tuple[str, str], ...] = ()

    def read(self, typed: str) -> object:
        if not (typed.isascii() and typed.isdigit() and len(typed) < 8):
            raise Refusal("bad_number")
        if not self.least <= int(typed) <= self.most:
            raise Refusal("out_of_bounds", least=self.least, most=self.most)
        return int(typed)

    def shown(self, value: object) -> str:
        return str(value)


@dataclass(frozen=True, slots=True)
class Amount:
    """Points, a weight: «2», «0,5», «1/3». `words`: what may be said in the place of a number; `positive`: above 0."""

    words: Mapping[str, str] = field(default_factory=dict)
    positive: bool = False
    options: tuple[tuple[str, str], ...] = ()

    def read(self, typed: str) -> object:
        said = next((value for value, words in self.words.items() if typed.lower() == words), None)
        if said is not None:
            return said
        fraction = _FRACTION.fullmatch(typed)
        if fraction and int(fraction[2]) and (int(fraction[1]) or not self.positive):
            return typed
        if not _DECIMAL.fullmatch(typed.replace("−", "-")):
            raise Refusal("bad_amount", options=list(self.words.values()))
        plain = typed.replace("−", "-").replace(",", ".")
        if self.positive and float(plain) <= 0:
            raise Refusal("bad_amount", options=["больше нуля"])
        return plain if "." in plain else int(plain)

    def shown(self, value: object) -> str:
        return self.words.get(str(value), str(value).replace(".", ","))


@dataclass(frozen=True, slots=True)
class Amounts:
    """A table of points: «9, 7, 5, 3», «9 7 5 3». Where blanks or semicolons part them, a comma in one is a decimal."""

    options: tuple[tuple[str, str], ...] = ()

    def read(self, typed: str) -> object:
        parted = re.split(r"\s*;\s*|,?\s+", typed) if re.search(r"[\s;]", typed) else typed.split(",")
        return [Amount().read(one) for one in parted if one]

    def shown(self, value: object) -> str:
        return " ".join(Amount().shown(one) for one in value) if isinstance(value, list | tuple) else str(value)


@dataclass(frozen=True, slots=True)
class Choice:
    options: tuple[tuple[str, str], ...]

    def read(self, typed: str) -> object:
        if typed not in dict(self.options):
            raise Refusal("bad_choice")
        return typed

    def shown(self, value: object) -> str:
        return str(value)


@dataclass(frozen=True, slots=True)
class Flag:
    """Yes or no; no is what holds where nothing is said."""

    yes: str
    no: str

    @property
    def options(self) -> tuple[tuple[str, str], ...]:
        return (("", self.no), ("yes", self.yes))

    def read(self, typed: str) -> object:
        if typed != "yes":
            raise Refusal("bad_choice")
        return True

    def shown(self, value: object) -> str:
        return "yes" if value else ""


@dataclass(frozen=True, slots=True)
class Words:
    options: tuple[tuple[str, str], ...] = ()

    def read(self, typed: str) -> object:
        text = free_text(typed, "title", PHRASE)
        if not text:
            raise Refusal("required")
        return text

    def shown(self, value: object) -> str:
        return str(value)


@dataclass(frozen=True, slots=True)
class Knob:
    """`empty`: what an empty field means, where it may be empty at all: the key is then left out.

    `offered`: there is a field also where the key is missing.
    """

    path: str
    words: str
    kind: Kind
    empty: str = ""
    offered: bool = True


_POINTS = (
    ("win", "Очков за победу"),
    ("win_overtime", "Очков за победу в дополнительное время"),
    ("win_shootout", "Очков за победу по буллитам или пенальти"),
    ("win_tiebreak", "Очков за победу в решающей партии"),
    ("draw", "Очков за ничью"),
    ("loss_tiebreak", "Очков за поражение в решающей партии"),
    ("loss_shootout", "Очков за поражение по буллитам или пенальти"),
    ("loss_overtime", "Очков за поражение в дополнительное время"),
    ("loss", "Очков за поражение"),
)
_PRECISION = Choice((("1", "до целых"), ("0.1", "до десятых"), ("0.01", "до сотых"), ("0.001", "до тысячных")))
_END = Choice((("share", "место делят"), ("decide", "ждут решения судей")))
_SHARED = Choice(
    (("upper", "очки верхнего места"), ("mean", "среднее очков занятых мест"), ("lower", "очки нижнего места"))
)
_INCOMPLETE = Choice(
    (
        ("no_place", "места не занимает"),
        ("after_complete", "стоит после полных"),
        ("as_is", "считается с тем, что есть"),
        ("last+1", "за недостающего – место за последним"),
    )
)
_SIZES = {"teams": "сколько команд", "present": "сколько выступило", "classified": "сколько заняли место"}

_QUOTAS = (
    ("quota", "Участников от команды не больше", 1),
    ("quota_women", "Из них женщин не больше", 1),
    ("quota_men", "Из них мужчин не больше", 1),
    ("quota_reserves", "Запасных от команды не больше", 0),
    ("quota_personal", "Лично от команды не больше", 0),
    ("quota_guests", "Вне конкурса от команды не больше", 0),
)
_RANK = Choice(tuple((rank, rank) for rank in RANKS))
_LINEUP = (
    ("lineup.least", "В составе команды не меньше", 1),
    ("lineup.most", "В составе команды не больше", 1),
    ("lineup.women", "Женщин в составе не меньше", 1),
    ("lineup.men", "Мужчин в составе не меньше", 1),
    ("lineup.reserves", "Запасных в составе не больше", 0),
)
OF_CONTEST: tuple[Knob, ...] = (
    Knob("title", "Название", Words()),
    Knob("outside", "Идёт ли в общий зачёт", Flag("вне зачёта", "в зачёте"), "идёт"),
    Knob("weight", "Во сколько раз дороже обычного вида", Amount(positive=True), "обычный"),
    Knob("conditions.sex", "Кто участвует", Choice((("f", "женщины"), ("m", "мужчины"))), "все"),
    *(Knob(f"conditions.{name}", words, Whole(least, 1000), "сколько угодно") for name, words, least in _QUOTAS),
    *(
        Knob(f"conditions.part.*.{name}", words, Whole(least, 1000), "сколько угодно", offered=name == "quota")
        for name, words, least in _QUOTAS
    ),
    Knob("conditions.rank_from", "Разряд не ниже", _RANK, "любой"),
    Knob("conditions.rank_to", "Разряд не выше", _RANK, "любой"),
    Knob("conditions.part.*.rank_from", "Разряд не ниже", _RANK, "любой", offered=False),
    Knob("conditions.part.*.rank_to", "Разряд не выше", _RANK, "любой", offered=False),
    *(Knob(f"conditions.{name}", words, Whole(least, 40), "сколько угодно") for name, words, least in _LINEUP),
    *(Knob(f"conditions.part.*.{name}", words, Whole(least, 40), "сколько угодно") for name, words, least in _LINEUP),
    Knob("conditions.clause", "Пункт положения о допуске", Words(), "не назван"),
    Knob("rules.stages.*.precision", "Точность результата", _PRECISION),
    Knob("rules.stages.*.penalty.miss", "Штраф за промах", Words()),
    Knob("rules.stages.*.trials", "Попыток", Whole(1, 20)),
    Knob("rules.stages.*.series", "Серий", Whole(1, 20)),
    Knob("rules.stages.*.relay_legs", "Этапов эстафеты", Whole(2, 20)),
    Knob("rules.stages.*.legs", "Кругов", Whole(1, 20)),
    Knob("rules.stages.*.pools", "Групп", Whole(2, 8)),
    *(Knob(f"rules.stages.*.points.{name}", words, Amount()) for name, words in _POINTS),
    Knob("rules.team.members.k", "Сколько лучших участников идёт в зачёт команде", Whole(1, 100)),
    Knob("rules.team.members.groups.*.k", "Сколько лучших в группе", Whole(1, 100)),
    Knob("rules.team.incomplete", "Неполная команда", _INCOMPLETE),
    Knob("rules.order.end", "Если равных ничто не развело", _END),
)
OF_STANDING: tuple[Knob, ...] = (
    Knob("title", "Название", Words()),
    Knob("value.n", "Очков за первое место", Amount(_SIZES)),
    Knob("value.table", "Очки за 1-е, 2-е, 3-е … место", Amounts()),
    Knob("value.beyond", "Очков за место после последнего в таблице", Amount()),
    Knob("value.shared", "Разделившие место получают", _SHARED),
    Knob("absent.any", "За вид без места", Amount(_PLACES_BELOW)),
    Knob("count.k", "Сколько лучших видов идёт в сумму", Whole(1, 100)),
    Knob("count.d", "Сколько худших видов не идёт в сумму", Whole(1, 100)),
    Knob("count.of", "На сколько видов это рассчитано", Whole(1, 100)),
    Knob("count.minimum", "Меньше скольких видов – вне зачёта", Whole(1, 100), "без такого условия"),
    Knob("order.end", "Если равных ничто не развело", _END),
)
