"""What of a regulation is changed in plain Russian: one line for each number, choice or word, and how it is typed.

A path names where the value is: in the contest's own row, in the `rules` it is held by, in its `conditions`
(eligibility), or in a standing; `*` stands for each of a list.
"""

from dataclasses import dataclass

from spartakiad.games.knob_kinds import Amount, Amounts, Categories, Choice, Flag, Kind, Whole, Words
from spartakiad.words.ranks import RANKS


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


_PLACES_BELOW = {"last+1": "место за последним", "last": "последнее место", "n": "место, сколько команд", "n+1": "n+1"}
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
    Knob("conditions.weighed", "Взвешивание", Flag("проводится", "не проводится"), "нет"),
    Knob("conditions.weights_women", "Весовые категории женщин", Categories(), "без категорий"),
    Knob("conditions.weights_men", "Весовые категории мужчин", Categories(), "без категорий"),
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
