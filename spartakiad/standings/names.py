"""How the ids of a Games are called on its pages."""

from collections.abc import Mapping
from fractions import Fraction

from sqlmodel import Session

from spartakiad.competition.joint import city_words
from spartakiad.competition.memory import Now
from spartakiad.competition.programme import line, lines
from spartakiad.competition.reading import mark_kind
from spartakiad.people.names import PersonName, PublicName, full_name, public_name
from spartakiad.people.queries import names_of_persons
from spartakiad.words.naming import Names
from spartakiad.words.numbers import number


def public_names(now: Now, people: Mapping[str, PersonName]) -> dict[str, PublicName]:
    """Every athlete of the Games as the public may know him."""
    state = now.state
    return {
        number: public_name(people.get(number), number, city_words(state, number), athlete.shown)
        for number, athlete in state.athletes.items()
    }


def full_names(now: Now, people: Mapping[str, PersonName]) -> dict[str, PublicName]:
    """Every athlete of the Games as the secretariat writes him, whatever he allows to be published."""
    teams, athletes = now.state.teams, now.state.athletes.values()
    return {one.number: full_name(people.get(one.number), one.number, teams[one.team].title) for one in athletes}


def names_at(session: Session, now: Now) -> dict[str, PublicName]:
    """The same, of the people who had the numbers in this state of the Games, whoever has them by now."""
    persons = {number: (athlete.person, athlete.rank) for number, athlete in now.state.athletes.items()}
    return public_names(now, names_of_persons(session, persons))


def names_for_reasons(now: Now, public: Mapping[str, PublicName]) -> Names:
    titles = {line.id: line.title for line in lines(now.state)}
    return Names(
        team=lambda team: _team(now, team) or _entrant(team, public),
        contest=lambda contest: titles.get(contest, contest),
        entrant=lambda entrant: _entrant(entrant, public),
        mark=lambda _contest, value: str(number(value)) if isinstance(value, int) else str(value),
    )


def names_in_contest(now: Now, public: Mapping[str, PublicName], contest: str) -> Names:
    """The same, with values written as marks of this contest are: «40:33,2», and everybody with the part he is in."""
    general = names_for_reasons(now, public)
    found = line(now.state, contest)
    kind = mark_kind(found)

    def entrant(who: str) -> str:
        entry = now.state.entries.get((contest, who))
        title = found.list_of(entry.part).part_title if entry else ""
        return f"{entrant_title(now, public, who)} ({title})" if title else entrant_title(now, public, who)

    return Names(
        general.team,
        general.contest,
        entrant,
        lambda _contest, value: kind.write(value) if isinstance(value, int | Fraction) else str(value),
    )


def entrant_title(now: Now, public: Mapping[str, PublicName], entrant: str) -> str:
    return now.state.teams[entrant].title if entrant in now.state.teams else _entrant(entrant, public)


def _team(now: Now, team: str) -> str:
    """A team by its title; in a standing of cities also a city that has none of its own, by its name."""
    if team in now.state.teams:
        return now.state.teams[team].title
    return next((dict(one.cities)[team] for one in now.state.teams.values() if team in dict(one.cities)), "")


def _entrant(entrant: str, public: Mapping[str, PublicName]) -> str:
    return public[entrant].text if entrant in public else entrant
