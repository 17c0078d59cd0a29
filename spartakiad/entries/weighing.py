"""The weigh-in of a contest: verbs, the form that finds whoever stands on the scales, and what its page shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from spartakiad.competition.decide.weighing import UndoWeighing, Weigh, weighed_here
from spartakiad.competition.desk import Desk
from spartakiad.competition.programme import Line, line
from spartakiad.competition.state import State
from spartakiad.competition.weights import Weighing, is_over, proposed, standing
from spartakiad.errors import Refusal
from spartakiad.people.applicants import Wished, applicants, entering
from spartakiad.people.names import PersonName
from spartakiad.store.commands import Answer
from spartakiad.words.dates import moment
from spartakiad.words.keys import plain_words
from spartakiad.words.states import by_whom
from spartakiad.words.weights import category_words, weight_word, weight_words


@dataclass(frozen=True, slots=True)
class OnScales:
    """`weight` in kilograms, "84.6"; `sure`: an unlikely one is meant."""

    games: str
    contest: str
    athlete: str
    weight: str
    sure: bool = False


@dataclass(frozen=True, slots=True)
class TakenBack:
    games: str
    contest: str
    athlete: str
    weight: str


@dataclass(frozen=True, slots=True)
class Moved:
    """Into the category that the weight belongs to."""

    games: str
    contest: str
    athlete: str
    category: str


@dataclass(frozen=True, slots=True)
class Person:
    """Of the weigh-in. `sex`, and the name that its list shows."""

    number: str
    name: str
    sex: str


@dataclass(frozen=True, slots=True)
class WeighRow:
    """`category`: the one he is entered for, in words, or ""; `weight` "" while he was not weighed.

    `note`: that the weight is over or under it, or fits none; `fit`, `fit_words`: where he would belong instead, or "".
    `history`: earlier weighings and those taken back, in words.
    """

    number: str
    name: str
    team: str
    category: str
    weight: str
    told: str
    note: str = ""
    fit: str = ""
    fit_words: str = ""
    history: tuple[str, ...] = ()


def put_on_scales(desk: Desk, wish: OnScales) -> Answer:
    return {"facts": len(desk.carry_out(wish.games, Weigh(wish.contest, wish.athlete, wish.weight, wish.sure)))}


def take_back(desk: Desk, wish: TakenBack) -> Answer:
    return {"facts": len(desk.carry_out(wish.games, UndoWeighing(wish.contest, wish.athlete, wish.weight)))}


def move(desk: Desk, wish: Moved) -> Answer:
    """Into the part that is held for this category, or within the list, as long as entries are taken there."""
    state = desk.state(wish.games)
    contest, entry = line(state, wish.contest), state.entries.get((wish.contest, wish.athlete))
    people = applicants(desk.session, state, wish.games)
    if entry is None or wish.athlete not in people:
        raise Refusal("not_found")
    who, sexes = people[wish.athlete], {number: one.sex for number, one in people.items()}
    by_weight = [one for one in contest.parts if one.weights.own and one.sex in ("", who.sex)]
    part = next((one.part for one in by_weight if one.weights.own == wish.category), "" if by_weight else entry.part)
    if not part:
        raise Refusal("bad_choice", "category")
    wished = Wished(contest.id, entry.role, part, wish.category)
    return {"facts": len(desk.carry_out(wish.games, entering(who, wished, sexes)))}


def found_by(typed: str, people: Sequence[Person]) -> str:
    """The number of whoever was named by number or by the beginning of his surname. Raises Refusal at the field."""
    text = typed.strip().removeprefix("№").strip()
    if not text:
        raise Refusal("required", "who")
    if any(one.number == text for one in people):
        return text
    words = plain_words(text)
    found = [one for one in people if words and plain_words(one.name).startswith(words)]
    if not found:
        raise Refusal("nobody_of_name", "who", typed=typed.strip()[:40])
    if len(found) > 1:
        who = ", ".join(f"№ {one.number} {one.name}" for one in found[:4])
        raise Refusal("several_of_name", "who", typed=typed.strip()[:40], who=who)
    return found[0].number


def typed_weight(typed: Mapping[str, str]) -> str:
    return weight_word(typed.get("weight", ""))


def people_here(state: State, contest: Line, names: Mapping[str, PersonName], sexes: Mapping[str, str]) -> list[Person]:
    """Whoever is to be weighed, by number."""
    numbers = weighed_here(state, contest)
    return [Person(one, names[one].full if one in names else f"№ {one}", sexes.get(one, "")) for one in numbers]


def weigh_rows(state: State, contest: Line, people: Sequence[Person], actors: Mapping[str, str]) -> list[WeighRow]:
    """By category, the lightest first, then by number; whoever was not weighed has no weight yet."""
    rows = [(_place(state, contest, one), _row(state, contest, one, actors)) for one in people]
    return [row for _, row in sorted(rows, key=lambda found: found[0])]


def _place(state: State, contest: Line, who: Person) -> tuple[str, int, int]:
    categories, category = contest.weights.of.get(who.sex, ()), _category(state, contest, who)
    return who.sex, categories.index(category) if category in categories else len(categories), int(who.number)


def _row(state: State, contest: Line, who: Person, actors: Mapping[str, str]) -> WeighRow:
    told, category = state.weighings.get((contest.id, who.number), ()), _category(state, contest, who)
    weight, team = standing(told), state.teams[state.athletes[who.number].team].title
    last = next((one for one in reversed(told) if not one.void), None)
    row = WeighRow(
        number=who.number,
        name=who.name,
        team=team,
        category=category_words(category) if category else "",
        weight=weight_words(weight),
        told=by_whom(actors.get(last.by, ""), last.basis) if last else "",
        history=tuple(_past(one, actors) for one in told if one is not last),
    )
    return _compared(contest, who, row, category, weight) if weight else row


def _compared(contest: Line, who: Person, row: WeighRow, category: str, weight: str) -> WeighRow:
    """The weight beside the category that he is entered for."""
    categories = contest.weights.of.get(who.sex, ())
    if not categories:
        return row
    fit = proposed(categories, weight)
    if fit == category:
        return row
    note = "тяжелее всех категорий" if not fit else "категория не названа"
    if category in categories:
        note = "тяжелее заявленной" if is_over(category, weight) else "легче заявленной"
    clause = f" (п. {contest.clause} положения)" if contest.clause else ""
    return replace(row, note=f"{note}{clause}", fit=fit, fit_words=category_words(fit) if fit else "")


def _category(state: State, contest: Line, who: Person) -> str:
    entry = state.entries.get((contest.id, who.number))
    return (contest.list_of(entry.part).weights.own or entry.category) if entry else ""


def _past(one: Weighing, actors: Mapping[str, str]) -> str:
    who = by_whom(actors.get(one.by, ""), one.basis)
    told = (f"{weight_words(one.weight)} кг", moment(one.at), who, "отменено" if one.void else "")
    return ", ".join(filter(None, told))
