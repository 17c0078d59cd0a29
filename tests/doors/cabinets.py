"""The pages that somebody reaches from his own, the forms on them, and every route with what may be put into it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from spartakiad.accounts.roles import Role
from spartakiad.app import ROUTES
from spartakiad.web.assets import asset
from tests.doors.forms_on_pages import Form, forms_of, links_of
from tests.doors.two_cities import CONTEST, GAMES, OTHER_CONTEST, OTHER_GAMES, TABLE
from tests.doors.visiting import Visitor

FILLED = {  # what a person would type where nothing stands yet; of a choice it is the first that is offered
    "surname": "Позёмкина Нина",
    "name": "Нина",
    "patronymic": "Олеговна",
    "born_on": "05.03.1991",
    "coach": "Зимин А. А.",
    "uin_gto": "24-44-0098765",
    "reason": "травма",
    "allowed": "Петров И. С.",
    "official-surname": "Гречихина",
    "official-name": "Ева",
    "account_name": "Гречихина Ева",
    "rows": TABLE,
}
Ids = Mapping[str, Sequence[str]]
_PARAMETER = re.compile(r"\{(\w+):(\w+)\}")
_SHOWS = 200  # what a form says that only looks: its answer has forms too


@dataclass(frozen=True, slots=True)
class Route:
    method: str
    path: str
    handler: Any

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    @property
    def parameters(self) -> list[str]:
        return [name for name, _ in _PARAMETER.findall(self.path)]

    @property
    def is_paper(self) -> bool:
        """Answered with a file; no page with forms on it."""
        return re.search(r"\.\w+$|/photo$", self.path) is not None

    @property
    def public(self) -> bool:
        return not self.handler.opt["who"].signed_in

    @property
    def has_role(self) -> bool:
        """Not for just everybody who is signed in."""
        return bool(self.handler.opt["who"].roles)

    def lets(self, role: Role) -> bool:
        """Whether it is a route of this role, wherever it reaches."""
        who = self.handler.opt["who"]
        return bool(who.signed_in) and (not who.roles or role in who.roles)

    def at(self, values: Mapping[str, str]) -> str:
        return _PARAMETER.sub(lambda found: values[found.group(1)], self.path)

    def is_at(self, method: str, address: str) -> bool:
        kinds = {"int": r"\d+", "path": ".+"}
        pattern = _PARAMETER.sub(lambda found: kinds.get(found.group(2), "[^/]+"), self.path)
        return method == self.method and re.fullmatch(pattern, address) is not None


ALL = [
    Route(method, path, handler)
    for handler in (*ROUTES, asset)
    for path in sorted(handler.paths)
    for method in sorted(set(handler.http_methods) - {"HEAD"})
]


def route_at(method: str, address: str) -> Route | None:
    """The one that answers there: words of an address go before its parameters."""
    found = [one for one in ALL if one.is_at(method, address.partition("?")[0].partition("#")[0])]
    return min(found, key=lambda one: len(one.parameters), default=None)


@dataclass(slots=True)
class Cabinet:
    """What is reached by links from «мой кабинет». `addresses`: of these pages and of wherever their forms are sent."""

    addresses: set[str] = field(default_factory=set)
    _forms: dict[tuple[str, frozenset[str]], Form] = field(default_factory=dict)

    def forms(self, route: Route) -> list[Form]:
        """Those sent to this route: of several with the same fields the last one."""
        return [form for (to, _), form in self._forms.items() if to == str(route)]

    def shown(self, *routes: Route) -> dict[str, str]:
        """Fields of all forms that are sent to these routes, filled, without keys."""
        return {name: value for route in routes for form in self.forms(route) for name, value in form.keyless.items()}

    def note(self, page: str) -> set[str]:
        """The links of a page, after its forms were taken down."""
        links = links_of(page)
        for form in forms_of(page):
            route = route_at(form.method, form.action)
            if route and not route.public:
                self._forms[str(route), frozenset(alike(form.fields))] = _filled(form)
            self.addresses.add(form.action)
        self.addresses |= links
        return links


def alike(names: Iterable[str]) -> dict[str, str]:
    """By names without their numbers, one name of each."""
    return {re.sub(r"(?<=-)\d+$", "", name): name for name in names}


def cabinet_of(visitor: Visitor, *starts: str, most: int = 99) -> Cabinet:
    """`most`: how many pages of one kind are looked at."""
    cabinet = Cabinet()
    waiting = ["/me", *starts]
    looked: dict[Route, set[str]] = {}
    while waiting:
        address = waiting.pop(0)
        route = route_at("GET", address)
        if route is None or route.public or route.is_paper:
            continue
        seen = looked.setdefault(route, set())
        if address not in seen and len(seen) < most:
            seen.add(address)
            waiting += sorted(cabinet.note(visitor.get(address, follow_redirects=True).text))
    for route in [one for one in ALL if one.method == "POST" and one.handler.status_code == _SHOWS]:
        for form in cabinet.forms(route):
            cabinet.note(visitor.post(form.action, form.keyless).text)
    return cabinet


def _filled(form: Form) -> Form:
    fields = {name: value or _typed(form, name) for name, value in form.fields.items()}
    return replace(form, fields={name: value for name, value in fields.items() if name != "form_token"})


def _typed(form: Form, name: str) -> str:
    chosen = next((one for one in form.options.get(name, ()) if one), "")
    return "" if name.startswith(("e-", "p-")) else chosen or FILLED.get(name, "")


KINDS = {  # what stands for a parameter of an address
    "team": "team.slug",
    "slug": "team.slug",
    "athlete": "athlete.number",
    "entrant": "athlete.number",
    "official": "official_person.id",
    "account": "account.id",
    "number": "fact.notice",
    "token": "invitation.token_hash",
    "sign_in": "sign_in.id",
}
OF_NO_CITY = {  # ours, and another one
    "games": (GAMES, OTHER_GAMES),
    "contest": (CONTEST, OTHER_CONTEST),
    "standing": ("overall", "second"),
    "venue": ("snezhinka", "volna"),
    "card": ("1", "2"),
    "file": ("list.pdf", "statement.xlsx"),
    "year": ("2024", "2025"),
    "month": ("2", "6"),
    "digest": ("0", "1"),
    "revision": ("1", "2"),
    "name": ("style.css", "pskov.xlsx"),
}


def own_values(ours: Ids) -> dict[str, str]:
    return {name: ours[kind][-1] for name, kind in KINDS.items()} | {name: own for name, (own, _) in OF_NO_CITY.items()}


def foreign_values(theirs: Ids) -> dict[str, str]:
    return {name: theirs[kind][-1] for name, kind in KINDS.items()} | {
        name: one for name, (_, one) in OF_NO_CITY.items()
    }
