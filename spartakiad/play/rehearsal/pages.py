"""A page as a browser has it: its forms with what stands in them, the link it hands out, what it says is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass(slots=True)
class Button:
    words: str
    name: str
    value: str
    action: str


@dataclass(slots=True)
class Form:
    """`fields`: what would be sent; of each select `choices`: words → value, `labels`: what a screen reader says."""

    action: str
    fields: list[tuple[str, str]] = field(default_factory=list)
    choices: dict[str, dict[str, str]] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    buttons: list[Button] = field(default_factory=list)

    def filled(self, typed: Mapping[str, str], press: str) -> tuple[str, list[tuple[str, str]]]:
        """Where it goes and what goes there. Raises LookupError when it has no such button."""
        kept = [(name, value) for name, value in self.fields if name not in typed]
        pressed = next((one for one in self.buttons if one.words == press), None)
        if press and pressed is None:
            raise LookupError(f"no button «{press}» in {self.action}")
        own = [(pressed.name, pressed.value)] if pressed and pressed.name else []
        return (pressed and pressed.action) or self.action, [*kept, *typed.items(), *own]

    def value(self, name: str) -> str:
        return next((value for one, value in self.fields if one == name), "")


@dataclass(slots=True)
class Page:
    path: str
    text: str
    forms: list[Form] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def form(self, action: str) -> Form:
        """The form that goes to this address, whatever stands behind its question mark. Raises LookupError."""
        found = self.find(action)
        if found is None:
            raise LookupError(f"no form for {action} on {self.path}")
        return found

    def find(self, action: str) -> Form | None:
        return next((one for one in self.forms if one.action.partition("?")[0] == action), None)


def page_of(path: str, text: str) -> Page:
    reader = _Reader(path, text)
    reader.feed(text)
    reader.close()
    return reader.page


class _Reader(HTMLParser):
    """Only what forms of this site need: one `select` is open at a time, a control may name its form by id."""

    def __init__(self, path: str, text: str) -> None:
        super().__init__()
        self.page = Page(path, text)
        self.known: dict[str, Form] = {}
        self.inside: Form | None = None
        self.select, self.chosen, self.option, self.first = "", "", "", True
        self.words: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if opened := _OPENED.get(tag):
            opened(self, told)
        if tag == "code" or (tag == "p" and "error" in told.get("class", "").split()):
            self.words = []

    def handle_endtag(self, tag: str) -> None:
        if closed := _CLOSED.get(tag):
            closed(self)

    def handle_data(self, data: str) -> None:
        if self.words is not None:
            self.words.append(data)

    def _form(self, told: Mapping[str, str]) -> None:
        form = Form(told.get("action", self.page.path))
        if told.get("id"):
            form = self.known.setdefault(told["id"], form)
            form.action = told.get("action", form.action)
        self.inside = form
        self.page.forms.append(form)

    def _of(self, told: Mapping[str, str]) -> Form | None:
        return self.known.setdefault(told["form"], Form("")) if "form" in told else self.inside

    def _input(self, told: Mapping[str, str]) -> None:
        form, name = self._of(told), told.get("name", "")
        ticked = told.get("type") not in ("checkbox", "radio") or "checked" in told
        if form and name and ticked and told.get("type") != "file":
            form.fields.append((name, told.get("value", "")))

    def _select(self, told: Mapping[str, str]) -> None:
        self.select, self.chosen, self.first = told.get("name", ""), "", True
        if self.inside:
            self.inside.labels[self.select] = told.get("aria-label", "")

    def _option(self, told: Mapping[str, str]) -> None:
        self.option, self.words = told.get("value", ""), []
        if self.first or "selected" in told:
            self.chosen = self.option
        self.first = False

    def _offered(self) -> None:
        said = " ".join(self._said().split())
        if self.inside and self.option:
            self.inside.choices.setdefault(self.select, {})[said] = self.option

    def _selected(self) -> None:
        if self.inside and self.select:
            self.inside.fields.append((self.select, self.chosen))

    def _textarea(self, told: Mapping[str, str]) -> None:
        self.select, self.words = told.get("name", ""), []

    def _texted(self) -> None:
        if self.inside:
            self.inside.fields.append((self.select, self._said().lstrip("\n")))

    def _button(self, told: Mapping[str, str]) -> None:
        if form := self._of(told):
            form.buttons.append(Button("", told.get("name", ""), told.get("value", ""), told.get("formaction", "")))
            self.words = []

    def _pressed(self) -> None:
        said = " ".join(self._said().split())
        for form in (self.inside, *self.known.values()):
            if form and form.buttons and not form.buttons[-1].words:
                form.buttons[-1].words = said

    def _code(self) -> None:
        self.page.codes.append(self._said().strip())

    def _paragraph(self) -> None:
        if self.words is not None:
            self.page.errors.append(" ".join(self._said().split()))

    def _ended(self) -> None:
        self.inside = None

    def _said(self) -> str:
        said, self.words = "".join(self.words or ()), None
        return said


_OPENED = {
    "form": _Reader._form,
    "input": _Reader._input,
    "select": _Reader._select,
    "option": _Reader._option,
    "textarea": _Reader._textarea,
    "button": _Reader._button,
}
_CLOSED = {
    "form": _Reader._ended,
    "select": _Reader._selected,
    "option": _Reader._offered,
    "textarea": _Reader._texted,
    "button": _Reader._pressed,
    "code": _Reader._code,
    "p": _Reader._paragraph,
}
