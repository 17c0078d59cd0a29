"""The forms of a page as a browser would send them: hidden fields, choices and what stands in each field."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

Attributes = dict[str, str]


@dataclass(slots=True)
class Form:
    """`fields`: name → what is in it; `options`: of a choice, everything that may be chosen.

    `typed`: fields for words, `large` those of many lines; `files`: fields of files.
    """

    action: str
    method: str
    id: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    options: dict[str, list[str]] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    typed: list[str] = field(default_factory=list)
    large: list[str] = field(default_factory=list)
    buttons: list[Attributes] = field(default_factory=list)

    @property
    def keyless(self) -> dict[str, str]:
        return {name: value for name, value in self.fields.items() if name != "command_key"}


def forms_of(page: str) -> list[Form]:
    """Each once for every address that one of its buttons sends it to."""
    reader = _Reader()
    reader.feed(page)
    reader.settle()
    return [sent for form in reader.forms for sent in _sent(form)]


def links_of(page: str) -> set[str]:
    reader = _Reader()
    reader.feed(page)
    return reader.links


def _sent(form: Form) -> Iterator[Form]:
    """A button has a name and an address of its own where it says so."""
    yield form
    for button in form.buttons:
        own = {button["name"]: button.get("value", "")} if button.get("name") else {}
        if own or button.get("formaction"):
            yield replace(form, action=button.get("formaction") or form.action, fields=form.fields | own)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.links: set[str] = set()
        self._open: Form | None = None
        self._elsewhere: list[tuple[str, str, Attributes]] = []
        self._choice: tuple[Form, str] | None = None
        self._text: tuple[Form, str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "a" and "href" in told:
            self.links.add(told["href"])
        elif tag == "form":
            self._open = Form(told.get("action", ""), told.get("method", "get").upper(), told.get("id", ""))
            self.forms.append(self._open)
        elif tag == "option":
            self._offer(told)
        elif tag in ("input", "select", "textarea", "button"):
            if "form" in told:
                self._elsewhere.append((tag, told["form"], told))
            elif self._open:
                self._take(self._open, tag, told)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = None
        elif tag == "select":
            self._choice = None
        elif tag == "textarea":
            self._text = None

    def handle_data(self, data: str) -> None:
        if self._text:
            form, name = self._text
            form.fields[name] += data

    def settle(self) -> None:
        """What stands elsewhere on the page and names its form; of a large field the first line end is no part."""
        for form in self.forms:
            form.fields |= {name: form.fields[name].removeprefix("\n") for name in form.large}
        for tag, form, told in self._elsewhere:
            for one in self.forms:
                if one.id == form:
                    self._take(one, tag, told)

    def _take(self, form: Form, tag: str, told: Attributes) -> None:
        name = told.get("name", "")
        if tag == "button":
            form.buttons.append(told)
        elif told.get("type") == "file":
            form.files.append(name)
        elif told.get("type") in ("checkbox", "radio"):
            form.options.setdefault(name, []).append(told.get("value", "on"))
            if "checked" in told:
                form.fields[name] = told.get("value", "on")
        elif name:
            form.fields[name] = told.get("value", "")
            self._choice = (form, name) if tag == "select" else None
            self._text = (form, name) if tag == "textarea" else None
            form.typed += [] if tag == "select" or told.get("type") == "hidden" else [name]
            form.large += [name] if tag == "textarea" else []

    def _offer(self, told: Attributes) -> None:
        if self._choice:
            form, name = self._choice
            offered = form.options.setdefault(name, [])
            if "selected" in told or not offered:
                form.fields[name] = told.get("value", "")
            offered.append(told.get("value", ""))
