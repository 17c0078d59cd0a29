"""The staff of a rehearsal at their pages: administrator, secretary, commission, captains, chief judge."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from spartakiad.play.rehearsal import casting
from spartakiad.play.rehearsal.browser import Browser, Stumbled
from spartakiad.play.rehearsal.pages import Form, Page
from spartakiad.play.rehearsal.plan import Plan
from spartakiad.play.rehearsal.programme import SPORTS, Contest

OFFICE = "Репетиция: дирекция Союза"
WRONG, FOUND = "на бумаге другое", "ошибка найдена по бумаге"
LATE, ALLOWED = "автобус опаздывает", "главный секретарь"


def office_link(admin: Browser) -> str:
    """An account of the union's office, made by the administrator, and its one-time link."""
    page = admin.get("/admin")
    page = admin.send(page.form("/admin/accounts"), {"account_name": OFFICE, "account_role": "office"})
    return admin.send(page.form(_account(page, "link"))).codes[0]


def shut_office(admin: Browser) -> None:
    """The door that was opened for the rehearsal is shut again, and the administrator leaves."""
    page = admin.get("/admin")
    page = admin.send(page.form(_account(page, "exclusion")))
    admin.send(page.form("/sign-out"))


def _account(page: Page, what: str) -> str:
    """Of the newest account of this name."""
    rows = re.findall(rf"<tr><th scope=\"row\">{OFFICE}</th>.*?/admin/accounts/(\d+)/", page.text, re.DOTALL)
    return f"/admin/accounts/{rows[-1]}/{what}"


@dataclass(frozen=True, slots=True)
class Ruling:
    """`whose`: the name to be chosen, where the record itself does not say."""

    record: str
    verdict: str
    whose: str


@dataclass(slots=True)
class Secretary:
    """Whoever made the Games is its chief secretary."""

    browser: Browser
    games: str = ""

    def make_games(self, plan: Plan, slug: str) -> str:
        """Returns the slug that the Games has got."""
        form = self.browser.get("/office/new").form("/office/new")
        typed = {
            "title": plan.title,
            "slug": slug,
            "invented": "yes",
            "season": "winter",
            "host": next(iter(form.choices["host"].values())),
            "starts_on": f"{plan.on:%d.%m.%Y}",
            "ends_on": f"{plan.on:%d.%m.%Y}",
            "invited": "\n".join(plan.teams.values()),
            **{f"sport-{sport}": "yes" for sport in SPORTS},
        }
        path = self.browser.send(form, typed).path
        self.games = path.split("/")[2]
        return self.games

    def invite(self, name: str, role: str, place: str = "") -> str:
        """A one-time link."""
        path = self._at("people")
        typed = {"account_name": name, "account_role": role, "place": place}
        return self.browser.send(self.browser.get(path).form(path), typed).codes[0]

    def move(self, button: str) -> None:
        form = self.browser.get(self._at()).form(self._at("state"))
        self.browser.send(form, press=button)

    def close(self) -> None:
        """For good: the page says what follows and asks."""
        self.browser.send(self.browser.get(self._at("closing")).form(self._at("state")))

    def release(self, contest: Contest) -> None:
        path = self._at(f"contests/{contest.id}/starts")
        self.browser.send(self.browser.get(path).form(path))

    def accept(self, contest: Contest) -> None:
        self.browser.send(self.browser.get(self._at()).form(self._at(f"contests/{contest.id}/official")))

    def settle(self, rulings: Mapping[str, Ruling]) -> set[str]:
        """What the inbox holds of these records, decided; returns which."""
        settled = set()
        path, page = self._at("inbox/records"), self.browser.get(self._at("inbox"))
        for form in [one for one in page.forms if one.action.partition("?")[0] == path]:
            ruling = rulings.get(form.value("record"))
            if ruling:
                typed = {"reason": FOUND, **_chosen(form, ruling.whose)}
                self.browser.send(form, typed, _pressed(form, ruling.verdict))
                settled.add(ruling.record)
        return settled

    def _at(self, page: str = "") -> str:
        return f"/office/{self.games}/{page}".rstrip("/")


def _chosen(form: Form, whose: str) -> dict[str, str]:
    return (
        {"entrant": next(one for words, one in form.choices["entrant"].items() if words.endswith(whose))}
        if whose
        else {}
    )


def _pressed(form: Form, verdict: str) -> str:
    return next(one.words for one in form.buttons if one.value == verdict)


@dataclass(slots=True)
class Captain:
    browser: Browser
    games: str
    team: str
    number: int

    def apply(self, plan: Plan) -> None:
        """A table out of Excel, the matrix, «Подать»."""
        page = self.browser.get(self._at())
        rows = [_row(self.number, seat) for seat in range(casting.SEATS)]
        page = self.browser.send(page.form(self._at("paste")), {"rows": _HEAD + "\n".join(rows)}, "Проверить")
        page = self.browser.send(page.form(self._at("import")), press="Добавить в заявку")
        form = page.form(self._at("entries"))
        self.browser.send(form, self._entries(form, plan), "Подать заявку в комиссию")

    def replace(self, seat: int, by: int) -> None:
        """Somebody else comes in, under the same number."""
        name = casting.full_name(self.number, seat)
        found = re.search(rf"<th scope=\"row\">(\d+)\. {name}", self.browser.get(self._at()).text)
        if found is None:
            raise Stumbled(f"{self.browser.name}: в заявке нет «{name}»")
        path = self._at(f"athletes/{found[1]}/replacement")
        person = casting.athlete(self.number, by)
        typed = {
            "surname": casting.full_name(self.number, by),
            "born_on": f"{person.born_on:%d.%m.%Y}",
            "reason": LATE,
            "allowed": ALLOWED,
        }
        self.browser.send(self.browser.get(path).form(path), typed)

    def _entries(self, form: Form, plan: Plan) -> dict[str, str]:
        """Whoever starts in what, by the names that stand beside the cells."""
        chosen = {}
        for name, label in form.labels.items():
            contest = next((one for one in plan.contests if name.startswith(f"e-{one.id}-")), None)
            names = [casting.full_name(self.number, seat) for seat in contest.seats] if contest else []
            if contest and (not contest.seats or label.partition(":")[0] in names):
                chosen[name] = "team"
        return chosen

    def _at(self, page: str = "") -> str:
        return f"/team/{self.games}/{self.team}/{page}".rstrip("/")


_HEAD = "Фамилия\tИмя\tПол\tДата рождения\n"


def _row(team: int, seat: int) -> str:
    one = casting.athlete(team, seat)
    return f"{one.surname}\t{one.name}\t{'ж' if one.sex == 'f' else 'м'}\t{one.born_on:%d.%m.%Y}"


@dataclass(slots=True)
class Commission:
    browser: Browser
    games: str

    def admit(self, team: str, *, whole: bool = True) -> None:
        """Everybody who waits; then the application, where it is looked at as a whole."""
        path = f"/office/{self.games}/admission/{team}"
        page = self.browser.send(self.browser.get(path).form(f"{path}/table"), press="Записать решения")
        if whole:
            self.browser.send(page.form(f"{path}/verdict"), press="Принять заявку")


@dataclass(slots=True)
class ChiefJudge:
    """Of every sport: compares with the paper, posts, takes back."""

    browser: Browser
    games: str

    def reject(self, contest: Contest, lines: list[tuple[str, ...]]) -> None:
        """These lines, by what they may be called, go back to the judge."""
        for names in lines:
            form, entrant = self._form(contest, "checks"), self._entrant(contest, names)
            self.browser.send(form, {f"c-{entrant}": form.value(f"a-{entrant}"), "reason": WRONG}, "Вернуть судье")

    def confirm(self, contest: Contest) -> None:
        self.browser.send(self._form(contest, "checks"), press="Сверен весь список")

    def post(self, contest: Contest) -> None:
        self.browser.send(self._form(contest, "posting"))

    def reopen(self, contest: Contest) -> None:
        self.browser.send(self._form(contest, "reopening"), {"reason": FOUND})

    def _form(self, contest: Contest, what: str) -> Form:
        path = f"/judge/{self.games}/{contest.id}"
        return self.browser.get(path).form(f"{path}/{what}")

    def _entrant(self, contest: Contest, names: tuple[str, ...]) -> str:
        """By the label beside its box."""
        page = self.browser.get(f"/judge/{self.games}/{contest.id}")
        boxes = re.findall(r'<label for="c-([^"]+)"><span>(.*?) – <b>', page.text)
        for entrant, words in boxes:
            if words.rpartition("· ")[2] in names:
                return str(entrant)
        raise Stumbled(f"{self.browser.name}: в сверке «{contest.title}» нет строки «{names[0]}»")
