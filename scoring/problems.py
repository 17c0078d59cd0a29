"""What can be wrong with a document: kinds, never sentences. The words for each kind are the reader's business."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal, get_args

ProblemKind = Literal[
    "syntax",  # format, detail: the text is not TOML or JSON
    "duplicate_key",  # key
    "unsupported_format",  # format: the number of the document's format is not known here
    "wrong_type",  # expected, found
    "bad_number",  # text
    "inexact_number",  # a binary fraction was handed in: give "1/10" or read the text with load_text
    "out_of_range",  # value, least, most
    "missing_key",  # key
    "unanswered",  # question: the regulation leaves it open
    "unknown_key",  # key, nearest, known
    "unknown_kind",  # value, nearest, known
    "unknown_reference",  # what, id, nearest
    "other_part",  # part: in a contest of several parts an entrant is in one
    "parts_need_members",  # contest: in parts, and nothing says which members make a team's result
    "duplicate_id",  # what, id
    "empty_list",
    "one_of",  # keys, given: exactly one of these keys has to be there
    "not_two",  # found: two sides, two numbers; different sides
    "bad_trials",  # text: trials at a height are o, xo, xxo, xxx or -
    "too_many",  # found, most: attempts, series, pools
    "matches_only",  # the stage takes matches, not marks
    "marks_only",  # the stage takes marks, not matches
    "no_draws",  # a match ended equal, and the rules give no points for a draw
    "decided_equal",  # decided: a match decided in overtime has a winner
    "h2h_opens",  # criterion: comes after another one in its block
    "misread_mark",  # text, reason, args: the reading kind that refused it
    "nested_parts",  # rules: the part of a combined event is itself more than one list of marks
    "cycle",  # rules: parts that lead back to the rules they are parts of
    "wrong_mark",  # expected: the contest takes another kind of mark
    "given_needs_place",  # places = "given" repeats written places: the first criterion has to be place
    "table_ends",  # rows, needed: the table ends before the last place and has no `beyond`
    "best_of_fewer",  # k, of
    "not_in_standing",  # contest, standing: a rule of the standing is about a contest that it does not add up
    "no_segment",  # contest: a standing counted by segments names it in none of them
    "no_best_to_change",  # standing: a decision about K for a standing that counts no best K
    "places_only",  # value: the rule adds places, and the members are valued otherwise
]
PROBLEM_KINDS: frozenset[str] = frozenset(get_args(ProblemKind))


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: where (`standing[0].value.table`), what kind, and the particulars of that kind."""

    path: str
    kind: ProblemKind
    args: Mapping[str, object]

    def __str__(self) -> str:
        details = ", ".join(f"{key}={value!r}" for key, value in self.args.items())
        return f"{self.path}: {self.kind} {details}".rstrip()


class DocumentError(Exception):
    """The document cannot be scored; `problems` holds every fault that was found, in the document's order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like a mistyped one, if any is like it at all."""
    return next(iter(get_close_matches(word[:100], sorted(known), n=1, cutoff=0.6)), None)
