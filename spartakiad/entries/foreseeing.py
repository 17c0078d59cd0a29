"""«Предварительная заявка»: which contests of teams a team enters, and how many people it expects to bring."""

from collections.abc import Mapping
from dataclasses import dataclass

from spartakiad.competition.applied import Foreseen
from spartakiad.competition.decide.foreseeing import KINDS, MOST, Foresee
from spartakiad.competition.desk import Desk
from spartakiad.entries.actions import ChangeEntries, EntryChange, change_entries
from spartakiad.errors import Refusal
from spartakiad.store.commands import Answer


@dataclass(frozen=True, slots=True)
class Preliminary:
    """`people`: as KINDS."""

    games: str
    team: str
    changes: tuple[EntryChange, ...]
    people: tuple[int, int, int]


def give_preliminary(desk: Desk, wish: Preliminary) -> Answer:
    """All of it or nothing."""
    facts = desk.carry_out(wish.games, Foresee(wish.team, *wish.people))
    change_entries(desk, ChangeEntries(wish.games, wish.team, wish.changes))
    return {"facts": len(facts)}


def typed_people(typed: Mapping[str, str]) -> tuple[tuple[int, int, int], tuple[Refusal, ...]]:
    """What is left empty is nobody. Every number that is none is refused at its field."""
    texts = {f"foreseen-{kind}": typed.get(f"foreseen-{kind}", "").strip() for kind in KINDS}
    wrong = [name for name, text in texts.items() if text and not (text.isascii() and text.isdigit() and len(text) < 9)]
    women, men, officials = (0 if name in wrong else int(text or 0) for name, text in texts.items())
    return (women, men, officials), tuple(Refusal("bad_foreseen", name, limit=MOST) for name in wrong)


def foreseen_words(foreseen: Foreseen | None) -> str:
    """«предварительно 24: женщин 10, мужчин 12, официальных лиц 2»; "" where nobody said."""
    if foreseen is None:
        return ""
    told = [("женщин", foreseen.women), ("мужчин", foreseen.men), ("официальных лиц", foreseen.officials)]
    total = sum(many for _, many in told)
    return f"предварительно {total}: {', '.join(f'{who} {many}' for who, many in told if many)}"
