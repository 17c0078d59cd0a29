"""Verbs around the end of a Games: special prizes typed and taken out, the words of the chief panel's report."""

from dataclasses import dataclass

from sqlmodel import col, select

from spartakiad.competition.desk import Desk
from spartakiad.competition.texts import PHRASE, SENTENCE, free_text
from spartakiad.errors import Refusal
from spartakiad.models.ceremony import ReportLine, SpecialPrize
from spartakiad.store.commands import Answer
from spartakiad.words.report import TOPICS

PARAGRAPH = 2000


@dataclass(frozen=True, slots=True)
class NewPrize:
    games: str
    who: str
    what_for: str
    prize: str


@dataclass(frozen=True, slots=True)
class OnePrize:
    games: str
    number: int


def add_prize(desk: Desk, wish: NewPrize) -> Answer:
    desk.state(wish.games)
    who, prize = free_text(wish.who, "prize_who", PHRASE), free_text(wish.prize, "prize", PHRASE)
    what_for = free_text(wish.what_for, "prize_for", SENTENCE)
    if not who:
        raise Refusal("required", "prize_who")
    if not what_for:
        raise Refusal("required", "prize_for")
    row = SpecialPrize(games=wish.games, who=who, what_for=what_for, prize=prize, typed_by=desk.by.id, at=desk.at)
    desk.session.add(row)
    desk.session.flush()
    return {"number": row.id}


def drop_prize(desk: Desk, wish: OnePrize) -> Answer:
    """Raises Refusal not_found for one of another Games, too."""
    row = desk.session.get(SpecialPrize, wish.number)
    if row is None or row.games != wish.games:
        raise Refusal("not_found")
    desk.session.delete(row)
    return {}


@dataclass(frozen=True, slots=True)
class ReportText:
    """`lines`: topic, the text that was there when the page was opened, the text as it is to be."""

    games: str
    lines: tuple[tuple[str, str, str], ...]


def write_report(desk: Desk, wish: ReportText) -> Answer:
    """Only what was changed is written; over somebody else's newer words nobody writes unseen."""
    desk.state(wish.games)
    query = select(ReportLine).where(col(ReportLine.games) == wish.games)
    known = {row.topic: row for row in desk.session.exec(query)}
    changed = 0
    for topic, was, text in wish.lines:
        clean = free_text(text, topic, PARAGRAPH)
        if topic not in TOPICS or clean == free_text(was, topic, PARAGRAPH):
            continue
        row = known.get(topic) or ReportLine(games=wish.games, topic=topic, typed_by="", at=desk.at)
        if row.text != free_text(was, topic, PARAGRAPH):
            raise Refusal("report_changed", topic, theirs=row.text)
        row.text, row.typed_by, row.at = clean, desk.by.id, desk.at
        desk.session.add(row)
        changed += 1
    return {"changed": changed}
