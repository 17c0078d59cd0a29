"""Games in which our city and another one have everything that a city can have, and a second Games with both."""

from datetime import date

from spartakiad.accounts.actions import NewAccount, NewGrant, grant, make_account
from spartakiad.accounts.roles import Role
from spartakiad.competition.desk import SYSTEM
from spartakiad.entries import actions as entries
from spartakiad.games.actions import GamesState, NewGames, make_games, state_games
from spartakiad.people.forms import Clean
from tests.doors.visiting import Site, Visitor

GAMES, OWN, FOREIGN, OTHER_GAMES = "demo", "vologda", "pskov", "earlier"
CONTEST, SQUADS, OTHER_CONTEST = "trail", "visit", "darts"  # a coach has the first two: of athletes and of teams
TEAMS = ((OWN, "Вологда", OWN), (FOREIGN, "Псков", FOREIGN))
TABLE = "Фамилия\tИмя\tПол\tДата рождения\nЗадворнова\tИнна\tж\t05.03.1991\nЛугова\tАлла\tж\t31.02.1991"
OURS = {
    "surname": "Вологжанина",
    "name": "Зоя",
    "sex": "ж",
    "born_on": "17.04.1993",
    "coach": "Северин Л. Л.",
    "uin_gto": "24-35-0012345",
}
THEIRS = {
    "surname": "Псковитина",
    "name": "Инга",
    "sex": "ж",
    "born_on": "19.09.1994",
    "coach": "Великий О. О.",
    "uin_gto": "24-60-0054321",
}


def furnish(site: Site) -> None:
    """Both cities get the same; whatever one has a form for, the other has a row that it could hit."""
    secretary, commission = site.signed_in(Role.CHIEF_SECRETARY), site.signed_in(Role.COMMISSION)
    for team, athlete, name in ((OWN, OURS, "Ладожская"), (FOREIGN, THEIRS, "Чудская")):
        captain, pages = site.captain(team), f"/team/{GAMES}/{team}"
        official = {"official-post": "doctor", "official-surname": name, "official-name": "Рита"}
        coach = {"account_name": f"{name} Вера", "account_phone": f"+7 000 00{len(name)}-77-11", "contest": CONTEST}
        remark = {"verdict": "remarks", "remark": f"{name}: нет справки врача"}
        for visitor, address, form in (
            (captain, f"{pages}/athletes", athlete),
            (captain, f"{pages}/officials", official),
            (captain, f"{pages}/coaches", coach),
            (captain, f"{pages}/entries", _entries(site, team)),
            (secretary, f"/office/{GAMES}/notices", {f"to-team:{team}": "yes", "text": f"{name}: автобус в 8:15"}),
            (commission, f"/office/{GAMES}/admission/{team}/verdict", remark),
        ):
            _done(visitor, address, form)
        admission = {f"signer-{number}": "мать" for number in _numbers(site, team)}
        consents = {f"processing-{number}": "yes" for number in _numbers(site, team)}
        address = f"/office/{GAMES}/admission/{team}/consents"
        _done(commission, address, {"given_on": "18.02.2026", **admission, **consents})
        captain.get(f"{pages}/application.xlsx")
    _another(site)


def _entries(site: Site, team: str) -> dict[str, str]:
    roles = dict(zip(_numbers(site, team)[-3:], ("reserve", "team", "team"), strict=True))
    starting = {f"e-{CONTEST}-{number}": role for number, role in roles.items()}
    return {**starting, f"e-{SQUADS}-{team}": "team"}


def _numbers(site: Site, team: str) -> list[str]:
    return [one.number for one in site.shell.now(GAMES).state.athletes_of(team)]


def _done(visitor: Visitor, address: str, form: dict[str, str]) -> None:
    answer = visitor.post(address, form)
    assert answer.status_code in (200, 303), f"{address}: {answer.status_code}"


def _another(site: Site) -> None:
    """The Games before these: the same cities, other people."""
    do = site.shell.write_now
    regulation = site.shell.now(GAMES).state.regulation
    days = (date(2025, 2, 19), date(2025, 2, 22))
    do(make_games, NewGames(OTHER_GAMES, "Прежняя", "winter", OWN, *days, True, regulation, TEAMS), SYSTEM)
    do(state_games, GamesState(OTHER_GAMES, "entries_open"), SYSTEM)
    for team, surname in ((OWN, "Прежнева"), (FOREIGN, "Давнишняя")):
        people = (Clean(surname, "Ада", "", "f", date(1992, 6, 11), ""),)
        do(entries.add_athletes, entries.NewAthletes(OTHER_GAMES, team, people), SYSTEM)


def coach(site: Site) -> Visitor:
    return _holding(site, NewAccount("Тренер", Role.COACH, GAMES, OWN, CONTEST), Role.COACH, OWN, SQUADS)


def captain_of_both(site: Site) -> Visitor:
    """Whom no scope keeps out of the other city."""
    return _holding(site, NewAccount("Двойной", Role.CAPTAIN, GAMES, OWN), Role.CAPTAIN, FOREIGN)


def _holding(site: Site, account: NewAccount, role: Role, team: str, contest: str = "") -> Visitor:
    """Somebody new, with one more role."""
    number = site.shell.write_now(make_account, account, SYSTEM)["account"]
    assert isinstance(number, int)
    site.shell.write_now(grant, NewGrant(number, role, GAMES, team, contest), SYSTEM)
    visitor = site.visitor()
    visitor.post(site.link(number))
    return visitor
