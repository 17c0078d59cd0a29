"""The report of the chief panel (отчёт ГСК): who took part, what was held, how it ended, who judged, what happened."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spartakiad.competition.cards import NO_CARD, Signatory
from spartakiad.competition.memory import Now
from spartakiad.competition.programme import lines
from spartakiad.competition.state import State
from spartakiad.cup.ceremony.awards import Awards
from spartakiad.cup.ceremony.report import TeamCount
from spartakiad.documents.award_paper import degree_words
from spartakiad.documents.paper import Column, Paper, Section, both_chiefs, mark_of
from spartakiad.games.live import GamesHead
from spartakiad.publication.decisions import DecisionView
from spartakiad.standings.queries import overall
from spartakiad.words.dates import moment
from spartakiad.words.officials import POSTS, post_words
from spartakiad.words.ranks import RANKS
from spartakiad.words.report import TOPICS
from spartakiad.words.states import words

BLANK = "_" * 30  # what nobody typed is written by hand


@dataclass(frozen=True, slots=True)
class Told:
    """What a report is made of beside the state: teams counted, winners, replacements in words, texts by topic, what
    organisers, jury or lot decided."""

    counts: Sequence[TeamCount]
    awards: Awards
    replaced: Mapping[str, str]
    texts: Mapping[str, str]
    signed: Sequence[DecisionView] = ()


def panel_report(now: Now, head: GamesHead, told: Told) -> Paper:
    state = now.state
    sections = [*_took_part(told.counts), _held(state), _standing(now), _winners(told.awards), _judges(state)]
    sections += [
        *_protests(state),
        *_replaced(state, told.replaced),
        *_decisions(state, told.signed),
        *_written(told.texts),
    ]
    return Paper(
        games=head.title,
        kind="Отчёт главной судейской коллегии",
        place=head.host_title,
        dates=head.dates,
        sections=sections,
        signatures=both_chiefs(state.card),
        stamp=f"{head.title} · отчёт ГСК · запись журнала № {state.number}",
        draft=mark_of(head, draft=state.state != "closed"),
        landscape=True,
    )


def _figures(titles: Sequence[str], width: float = 17) -> list[Column]:
    return [Column(title, width, "centre", number=True) for title in titles]


def _took_part(counts: Sequence[TeamCount]) -> list[Section]:
    posts = [post_words(kind).capitalize() for kind in POSTS]
    people = [
        [one.title, *map(str, (one.athletes, one.women, one.men, *(one.posts.get(kind, 0) for kind in POSTS)))]
        for one in counts
    ]
    ranks = [[one.title, *(str(one.ranks.get(rank, 0)) for rank in reversed(RANKS))] for one in counts]
    first = Column("Команда", 45)
    return [
        Section("Участники", [first, *_figures(("Спортсменов", "Женщин", "Мужчин", *posts), 24)], _totalled(people)),
        Section("Звания и разряды", [first, *_figures(tuple(reversed(RANKS)))], _totalled(ranks)),
    ]


def _totalled(rows: list[list[str]]) -> list[list[str]]:
    if not rows:
        return []
    columns = list(zip(*rows, strict=True))[1:]
    return [*rows, ["Всего", *(str(sum(map(int, column))) for column in columns)]]


def _held(state: State) -> Section:
    columns = [Column("Вид программы", 55), Column("Состояние", 30), Column("Где", 50), Column("Начало", 32)]
    rows = []
    for one in lines(state):
        slot = state.slots.get(one.id)
        venue = state.venues.get(slot.venue) if slot else None
        at = moment(slot.starts_at) if slot and slot.starts_at else BLANK[:12]
        entries = [entry for entry in state.entries_of(one.id) if entry.role != "reserve"]
        many = [str(len(entries)), str(len({entry.team for entry in entries}))]
        rows.append(
            [one.title, words(state.contests[one.id].state, "contest"), venue.title if venue else BLANK, at, *many]
        )
    return Section("Проведённые соревнования", [*columns, *_figures(("Заявок", "Команд"))], rows)


def _standing(now: Now) -> Section:
    rows = [[row.place, row.team, row.total] for row in overall(now).rows]
    columns = [Column("Место", 15, "centre", number=True), Column("Команда", 100)]
    return Section("Командное первенство", [*columns, Column("Очки", 25, "right", number=True)], rows)


def _winners(found: Awards) -> Section:
    columns = [Column("Вид программы", 60), Column("Место", 32), Column("Кто", 95), Column("Результат", 25, "right")]
    rows = [
        [podium.title, degree_words(one), ", ".join(part for part in (one.who, one.team) if part), one.result]
        for podium in found.podiums
        for one in podium.awards
    ]
    return Section("Победители и призёры", columns, rows)


def _judges(state: State) -> Section:
    columns = [
        Column("Вид программы", 55),
        Column("Главный судья", 65),
        Column("Секретарь", 65),
        Column("Судей", 18, "centre"),
    ]
    rows = []
    for one in lines(state):
        card = state.cards.get(one.id, NO_CARD)
        rows.append([one.title, _who(card.chief), _who(card.secretary), str(card.judges or BLANK[:6])])
    return Section("Судейские бригады", columns, rows)


def _who(one: Signatory) -> str:
    return ", ".join(part for part in (one.name, one.category, one.city) if part) or BLANK


def _protests(state: State) -> Iterator[Section]:
    columns = [Column("№", 10, "centre"), Column("Вид, команда", 50), Column("Подан", 30), Column("Суть", 70)]
    titles = {one.id: one.title for one in lines(state)}
    rows = [
        [
            str(one.number),
            f"{titles.get(one.contest, one.contest)}, {state.teams[one.team].title}",
            moment(one.received),
            one.text,
            "; ".join(filter(None, (words(one.verdict, "protest"), one.reason, one.jury))),
        ]
        for one in state.protests.values()
    ]
    yield Section(
        "Протесты и решения", [*columns, Column("Решение", 60)], rows or [["–", "протестов не было", "", "", ""]]
    )


def _replaced(state: State, replaced: Mapping[str, str]) -> Iterator[Section]:
    columns = [Column("№", 12, "centre"), Column("Команда", 45), Column("Вместо кого, причина, кто разрешил", 150)]
    rows = [[n, state.teams[state.athletes[n].team].title, told] for n, told in replaced.items() if n in state.athletes]
    yield Section("Замены участников", columns, rows or [["–", "замен не было", ""]])


def _decisions(state: State, signed: Sequence[DecisionView]) -> Iterator[Section]:
    """What was cancelled, shortened, signed, opened again; the cup and what was decided about it before."""
    titles = {one.id: one.title for one in lines(state)}
    rows = [["Отменён вид", titles.get(one, one), told.reason, told.document] for one, told in state.cancelled.items()]
    rows += [
        ["Сокращён вид", titles.get(one, one), f"{told.what}: {told.reason}", told.document]
        for one, told in state.shortened.items()
    ]
    rows += [
        ["Спартакиада открыта снова", moment(one.at), f"{one.reason} ({one.who})", one.document]
        for one in state.resumed
    ]
    rows += [["Решение", one.title, _why(one), one.document] for one in reversed(signed)]
    cups = [*state.cups_before, *([state.cup] if state.cup else [])]
    rows += [["Переходящий кубок", state.teams[one.team].title, one.reason, one.document] for one in cups]
    columns = [Column("Что", 45), Column("О чём", 55), Column("Причина", 70), Column("Документ", 45)]
    yield Section("Решения", columns, rows or [["–", "", "", ""]])


def _why(one: DecisionView) -> str:
    lifted = f"отменено: {one.lifted}" if one.lifted else ""
    return "; ".join(filter(None, (one.words, one.reason, one.jury, lifted)))


def _written(texts: Mapping[str, str]) -> Iterator[Section]:
    for topic, (heading, _) in TOPICS.items():
        yield Section(heading, [Column("Что отмечено", 215)], [[texts.get(topic) or "_" * 110]])
