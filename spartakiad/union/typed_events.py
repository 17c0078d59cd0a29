"""What the union's office types about an event → clean values, or every refusal at its field."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from spartakiad.competition.texts import SENTENCE, a_day, free_text
from spartakiad.errors import Refusal, kept
from spartakiad.union.typed_when import LEAST, MOST, Term, understand_when
from spartakiad.words.union import EVENT_KINDS, FORMS, STEPS

Typed = Mapping[str, str]
TITLE, TEXT, SHORT, LONG = 400, 300, 200, 1000
MOST_LINES = 60
PRECISIONS = ("exact", "about", "more")
LINES = (
    "topic",
    "organiser",
    "district",
    "expert",
    "award",
)  # of one text field each; decisions have a form of their own
ROLES = ("moderator", "speaker", "presenter", "awarded")
PRESENT = ("in_person", "online", "outside")
_WHOLE = re.compile(r"\d{1,7}", re.ASCII)
_HOME = re.compile(r"(.*)\(([^()]*)\)")


@dataclass(frozen=True, slots=True)
class NewEvent:
    """`copy_of`: the event of another year that this one is the next of; what is not typed here is taken from there.

    `state`: as it is decided, "" where its days say whether it is over. `place`: in words, where more is
    known than the city.
    """

    kind: str
    title: str
    theme: str
    when: Term
    host: str
    form: str
    section: str
    edition: int | None
    copy_of: str = ""
    state: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Described:
    """What is said of an event in its own words and numbers; when and where it is are changed by a step."""

    slug: str
    version: int
    kind: str
    title: str
    theme: str
    occasion: str
    place: str
    audience: str
    note: str
    form: str
    section: str
    edition: int | None
    people: int | None
    people_precision: str
    people_who: str
    cities: int | None
    cities_precision: str
    cities_who: str
    answers_by: date | None
    summary_by: date | None


@dataclass(frozen=True, slots=True)
class Stepped:
    """What became of an event. `when` and `host`: where they change with it."""

    slug: str
    version: int
    state: str
    when: Term | None
    host: str
    reason: str
    said_on: date | None


@dataclass(slots=True)
class Form:
    """A form that is being read: every fault is kept, and what could not be read is empty."""

    typed: Typed
    faults: list[Refusal]

    def text(self, field: str, most: int, *, needed: bool = False) -> str:
        return kept(self.faults, lambda: text(self.typed, field, most, needed=needed)) or ""

    def choice(self, field: str, known: Collection[str], *, needed: bool = False) -> str:
        return kept(self.faults, lambda: one_of(self.typed, field, known, needed=needed)) or ""

    def number(self, field: str) -> int | None:
        return kept(self.faults, lambda: number(self.typed, field))

    def day(self, field: str) -> date | None:
        said = self.typed.get(field, "").strip()
        return kept(self.faults, lambda: _near_day(said, field)) if said else None

    def term(self, field: str, *, needed: bool) -> Term | None:
        said = self.typed.get(field, "")
        return kept(self.faults, lambda: understand_when(said, field)) if needed or said.strip() else None


def _near_day(said: str, field: str) -> date:
    day = a_day(said, field)
    if not LEAST <= day.year <= MOST:
        raise Refusal("out_of_bounds", field, least=LEAST, most=MOST)
    return day


def understand_event(typed: Typed, cities: Collection[str], sections: Collection[str]) -> NewEvent | list[Refusal]:
    """The one form of a new event."""
    form = Form(typed, [])
    kind = form.choice("event_kind", EVENT_KINDS, needed=True)
    title, theme = form.text("title", TITLE, needed=True), form.text("theme", LONG)
    when = form.term("when", needed=True)
    host, how = form.choice("event_host", cities), form.choice("form", FORMS)
    section = form.choice("section", sections, needed=kind == "section")
    edition, place = form.number("edition"), form.text("event_place", SHORT)
    if form.faults or when is None:
        return form.faults
    own = section if kind == "section" else ""
    return NewEvent(kind, title, theme, when, host, how, own, edition, typed.get("copy_of", ""), place=place)


def understand_described(typed: Typed, slug: str, sections: Collection[str]) -> Described | list[Refusal]:
    form = Form(typed, [])
    kind = form.choice("event_kind", EVENT_KINDS, needed=True)
    section = form.choice("section", sections, needed=kind == "section")
    said = Described(
        slug=slug,
        version=version(typed),
        kind=kind,
        title=form.text("title", TITLE, needed=True),
        theme=form.text("theme", LONG),
        occasion=form.text("occasion", TEXT),
        place=form.text("event_place", SHORT),
        audience=form.text("audience", TEXT),
        note=form.text("note", LONG),
        form=form.choice("form", FORMS),
        section=section if kind == "section" else "",
        edition=form.number("edition"),
        people=form.number("people"),
        people_precision=form.choice("people_precision", PRECISIONS) or "exact",
        people_who=form.text("people_who", SHORT),
        cities=form.number("cities"),
        cities_precision=form.choice("cities_precision", PRECISIONS) or "exact",
        cities_who=form.text("cities_who", SHORT),
        answers_by=form.day("answers_by"),
        summary_by=form.day("summary_by"),
    )
    if said.answers_by and said.summary_by and said.summary_by < said.answers_by:
        form.faults.append(Refusal("summary_early", "summary_by"))
    return form.faults or said


def understand_step(typed: Typed, slug: str, cities: Collection[str]) -> Stepped | list[Refusal]:
    form = Form(typed, [])
    step = Stepped(
        slug=slug,
        version=version(typed),
        state=form.choice("became", STEPS, needed=True),
        when=form.term("when", needed=False),
        host=form.choice("event_host", cities),
        reason=form.text("reason", SENTENCE),
        said_on=form.day("said_on"),
    )
    return form.faults or step


def lines_of(typed: Typed, name: str, most: int = LONG) -> tuple[str, ...]:
    """One a line. Raises Refusal too_long or table_too_large."""
    found = [clean for line in typed.get(name, "").splitlines() if (clean := free_text(line, name, most))]
    if len(found) > MOST_LINES:
        raise Refusal("table_too_large", name, rows=len(found), limit=MOST_LINES)
    return tuple(found)


def person_of(line: str, field: str, cities: Mapping[str, str]) -> tuple[str, str, str]:
    """«Олег Белак, глава Нарьян-Мара (Нарьян-Мар)» → name, post, city; `cities`: slugs by folded title.

    Raises Refusal too_long.
    """
    found = _HOME.fullmatch(line)
    home = cities.get(found[2].strip().casefold().replace("ё", "е"), "") if found else ""
    name, _, post = (found[1] if found and home else line).strip().partition(",")
    return free_text(name, field, SHORT), free_text(post, field, TEXT), home


def version(typed: Typed) -> int:
    """Of the event as the form showed it; 0, which none has, where nobody says."""
    said = typed.get("version", "")
    return int(said) if _WHOLE.fullmatch(said) else 0


def text(typed: Typed, field: str, most: int, *, needed: bool = False) -> str:
    found = free_text(typed.get(field, ""), field, most)
    if needed and not found:
        raise Refusal("required", field)
    return found


def one_of(typed: Typed, field: str, known: Collection[str], *, needed: bool = False) -> str:
    found = typed.get(field, "").strip()
    if needed and not found:
        raise Refusal("choice_needed", field)
    if found and found not in known:
        raise Refusal("bad_choice", field)
    return found


def number(typed: Typed, field: str) -> int | None:
    """A number from 1, or nothing. Raises Refusal bad_number."""
    found = typed.get(field, "").replace("\u00a0", "").replace(" ", "")
    if not found:
        return None
    if not _WHOLE.fullmatch(found) or not int(found):
        raise Refusal("bad_number", field)
    return int(found)
