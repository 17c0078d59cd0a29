"""A regulation in plain Russian: what the engine was told, read back to whoever told it."""

from collections.abc import Iterable, Mapping

from scoring import MarkKind
from scoring.formats.knockout import Knockout
from scoring.formats.list import MarkList
from scoring.formats.round_robin import RoundRobin
from scoring.formats.stage import Format
from scoring.marks.distance import DistanceMark
from scoring.marks.score import ScoreMark
from scoring.marks.time import TimeMark
from scoring.matches import MatchPoints, Walkover
from scoring.order import Decision
from scoring.regulation import Rules, Standing
from scoring.rules.absent import AbsentValue
from scoring.rules.count import CountAll, CountBest, CountDrop, CountMean
from scoring.rules.members import BestMembers, Group, NamedMembers, QuotaMembers
from scoring.rules.value import NDown, PlaceValue, RawValue, TableValue
from spartakiad.words.criteria import criterion_words
from spartakiad.words.naming import with_document
from spartakiad.words.numbers import counted, number
from spartakiad.words.stages import stage_words, unit_words

_PENALTIES = {"miss": "промах"}
_MARKS = {"time": "время", "distance": "метры", "height": "высота", "score": "очки", "place": "место по протоколу"}
_VALUES = {"time": "времени", "score": "очкам", "place": "местам", "points": "очкам за места"}
_OUTCOMES = (
    ("win", "победа"),
    ("draw", "ничья"),
    ("loss", "поражение"),
    ("win_overtime", "победа в дополнительное время"),
    ("loss_overtime", "поражение в дополнительное время"),
    ("win_shootout", "победа по буллитам"),
    ("loss_shootout", "поражение по буллитам"),
    ("win_tiebreak", "победа в решающей партии"),
    ("loss_tiebreak", "поражение в решающей партии"),
    ("walkover", "неявка"),
)
_SHARED = {
    None: "очки верхнего из занятых мест, а где место считают средним (2,5), среднее их очков",
    "upper": "очки верхнего из занятых мест",
    "mean": "среднее очков занятых мест",
    "lower": "очки нижнего места",
}
_INCOMPLETE = {
    "no_place": "Неполная команда места не занимает.",
    "after_complete": "Неполные команды стоят после полных.",
    "as_is": "Неполная команда считается с тем, что у неё есть.",
}

NO_PARTS: Mapping[str, str] = {}


def contest_rules(rules: Rules, parts: Mapping[str, str] = NO_PARTS) -> list[str]:
    """How a contest is held and what makes the place of a team in it. `parts`: titles of those it has."""
    said = [] if parts else list_rules(rules)
    members = rules.team.members
    if isinstance(members, BestMembers):
        best = counted(members.k, "лучший участник", "лучших участника", "лучших участников")
        said.append(f"В зачёт команде: {best} по {_VALUES[members.value]}. {_incomplete(rules.team.incomplete)}")
    elif isinstance(members, QuotaMembers) and parts:
        groups = ", ".join(_group(group, parts) for group in members.groups)
        said.append(f"В зачёт команде по {_VALUES[members.value]}: {groups}. {_incomplete(rules.team.incomplete)}")
    elif isinstance(members, QuotaMembers | NamedMembers):
        who = "лучшие каждой группы" if isinstance(members, QuotaMembers) else "названные заранее"
        said.append(f"В зачёт команде: {who} по {_VALUES[members.value]}. {_incomplete(rules.team.incomplete)}")
    points = getattr(members, "points", None)
    return [*said, _table(points)] if isinstance(points, TableValue) else said


def list_rules(rules: Rules) -> list[str]:
    """How the places of a list are found: of a contest, or of a part of it."""
    several = len(rules.stages) > 1
    said = [f"{f'{stage_words(stage.id)}. ' if several and stage.id else ''}{_stage(stage)}" for stage in rules.stages]
    names = [step.name for block in rules.order.blocks for step in block.by]
    if names:
        end = "место делят" if rules.order.end == "share" else "ждут решения"
        said.append(f"Места: {_criteria(names)}; если не помогло, {end}.")
    return said


def _group(group: Group, parts: Mapping[str, str]) -> str:
    """«2 лучших результата «3 км, женщины»», with its weight where it counts more."""
    named = " или ".join(f"«{parts.get(part, part)}»" for part in group.parts)
    best = counted(group.k, "лучший результат", "лучших результата", "лучших результатов")
    weight = f" (× {number(group.weight)})" if group.weight != 1 else ""
    return f"{best} {named}{weight}".rstrip()


def _stage(stage: Format) -> str:
    if isinstance(stage, MarkList):
        return " ".join([f"Результат: {_MARKS[stage.mark.criterion]}.", *_typed(stage.mark)])
    if isinstance(stage, RoundRobin):
        legs = f", {counted(stage.legs, 'круг', 'круга', 'кругов')}" if stage.legs else ""
        pools = f" Групп: {stage.pools}, играют внутри группы." if stage.pools else ""
        points = f" Очки за игру: {_match_points(stage.points)}."
        return f"Каждый играет с каждым{legs}.{pools}{points}{_walkover(stage.walkover)}"
    if isinstance(stage, Knockout):
        if not stage.bracket:
            out = f" Из каждой группы выходят {stage.qualify}." if stage.qualify else ""
            how = f"Игры на выбывание по сетке, места разыгрывают до {stage.played_to}-го."
            return f"{how}{out}{_walkover(stage.walkover)}"
        units = ", ".join(unit_words(node.unit) for node in stage.bracket)
        return f"Игры на выбывание: {units}.{_walkover(stage.walkover)}"
    return "Многоборье: сумма очков частей."


def _typed(mark: MarkKind) -> list[str]:
    """How many attempts or series there are, and what a miss costs."""
    if isinstance(mark, TimeMark):
        prices = [f"{_PENALTIES.get(name, name)} – {mark.write(price)}" for name, price in (mark.penalty or {}).items()]
        legs = [f"Этапов: {mark.relay_legs}, время команды – их сумма."] if mark.relay_legs else []
        return [*legs, *([f"Штраф: {', '.join(prices)}."] if prices else [])]
    if isinstance(mark, DistanceMark):
        return [f"Попыток: {mark.trials}."] if mark.trials else []
    return [f"Серий: {mark.series}, они складываются."] if isinstance(mark, ScoreMark) and mark.series else []


def _match_points(points: MatchPoints) -> str:
    """Of each outcome that the rules name, the plain ones first."""
    said = [(words, getattr(points, name)) for name, words in _OUTCOMES]
    return ", ".join(f"{words} {number(value)}" for words, value in said if value is not None)


def _walkover(walkover: Walkover) -> str:
    score = f" {number(walkover.score[0])}:{number(walkover.score[1])}" if walkover.score else ""
    sets = ", ".join(f"{number(one)}:{number(other)}" for one, other in walkover.sets)
    return f" За неявку записывают {score.strip() or sets}." if score or sets else ""


def standing_rules(standing: Standing, titles: Mapping[str, str], decided: Decision | None = None) -> list[str]:
    """What a place is worth, what counts, what an absence costs, how equals are told apart.

    `decided`: that another number of contests counts.
    """
    return [_value(standing), _count(standing, titles, decided), _absent(standing), _order(standing)]


def _value(standing: Standing) -> str:
    value = standing.value
    shared = f" Разделившие место получают {_SHARED[value.shared]}."
    if isinstance(value, NDown):
        many = {"teams": "команд", "present": "выступивших команд", "classified": "команд с местом"}
        n = f"{value.n}" if isinstance(value.n, int) else f"сколько {many[value.n]}"
        return f"За первое место столько очков, {n}, за каждое следующее на одно меньше.{shared}"
    if isinstance(value, PlaceValue):
        return f"Складываются занятые места, меньше – лучше.{shared}"
    if isinstance(value, RawValue):
        return "В сумму идёт то, что у команды в виде."
    if isinstance(value, TableValue):
        return _table(value, "За места участников" if value.of == "entrants" else "За места") + shared
    return f"Очки по таблицам, смотря сколько команд.{shared}"


def _table(value: TableValue, who: str = "За места") -> str:
    return f"{who}: {' – '.join(number(one) for one in value.table)}, дальше {number(value.beyond or 0)}."


def _count(standing: Standing, titles: Mapping[str, str], decided: Decision | None) -> str:
    rule = standing.count
    if isinstance(rule, CountBest):
        must = f" сверх обязательных ({', '.join(titles.get(one, one) for one in rule.must)})" if rule.must else ""
        since = f"; решением{with_document({'document': decided.document})} – {decided.k}" if decided else ""
        return f"В сумму идут {counted(rule.k, 'лучший вид', 'лучших вида', 'лучших видов')}{must}{since}."
    if isinstance(rule, CountDrop):
        return f"В сумму идёт всё, кроме {counted(rule.d, 'худшего вида', 'худших видов', 'худших видов')}."
    if isinstance(rule, CountMean):
        return "Считается среднее по видам, в которых команда выступала."
    return "В сумму идут все виды." if isinstance(rule, CountAll) else "У каждой части программы свой отбор видов."


def _absent(standing: Standing) -> str:
    every = standing.absent.any
    if every is None:
        return "За вид без места команда не получает ничего."
    return f"За вид без места: {_worth(every)}."


def _worth(given: AbsentValue) -> str:
    if isinstance(given.value, int):
        return counted(given.value, "очко", "очка", "очков")
    text = str(given.value)
    return {"n": "последнее место по числу команд", "last": "последнее место"}.get(text, "место за последним")


def _order(standing: Standing) -> str:
    names = [step.name for block in standing.order.blocks for step in block.by if step.name != "total"]
    end = "место делят" if standing.order.end == "share" else "ждут решения"
    return f"При равной сумме: {_criteria(names)}; если не помогло, {end}." if names else f"При равной сумме {end}."


def _criteria(names: Iterable[str]) -> str:
    return ", затем ".join(criterion_words(name) for name in names)


def _incomplete(rule: str | int) -> str:
    return f"За недостающего – место за последним и ещё {rule - 1}." if isinstance(rule, int) else _INCOMPLETE[rule]
