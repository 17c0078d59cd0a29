"""Where one is in a document while it is read, and the faults found so far."""

from typing import NoReturn

from scoring.lazy import record
from scoring.problems import Problem, ProblemKind


class Refused(Exception):
    """Not an error of the program: a fault is noted at its spot, and whoever holds the parts goes on reading."""


@record
class Spot:
    """A place in the document, and the list of faults found so far."""

    problems: list[Problem]
    key: str | int = ""
    above: "Spot | None" = None

    def at(self, key: str | int) -> "Spot":
        return Spot(self.problems, key, self)

    @property
    def path(self) -> str:
        """`standing[0].value.table`; "" for the whole document."""
        before = self.above.path if self.above else ""
        if isinstance(self.key, int):
            return f"{before}[{self.key}]"
        return f"{before}.{self.key}" if before else self.key

    def note(self, kind: ProblemKind, **args: object) -> None:
        self.problems.append(Problem(self.path, kind, args))

    def refuse(self, kind: ProblemKind, **args: object) -> NoReturn:
        self.note(kind, **args)
        raise Refused
