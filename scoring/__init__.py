"""The scoring engine: a regulation and facts in, standings and the reason of every number out.

    document = parse(load_text(text, "toml"))
    result = score(document)

Pure: the standard library only, exact numbers only; no clock, no randomness, no input or output but in `__main__`.
It speaks in kinds and particulars (Reason, Problem, Refusal), never in sentences.
"""

from scoring.advice import ADVICE_KINDS, Advice, advise
from scoring.changes import Change, changes
from scoring.contest import ContestResult
from scoring.cup import Cup
from scoring.document import Document, parse
from scoring.engine import Result, score
from scoring.explain import Tree, explain
from scoring.load import load_text
from scoring.marks import MARKS, MarkKind
from scoring.marks.reading import READING_KINDS, MarkReading, Reading, Refusal, Told, Warned
from scoring.marks.score import ScoreMark
from scoring.marks.time import TimeMark
from scoring.meeting import MeetingReading, read_meeting
from scoring.numbers import Number
from scoring.output import as_json
from scoring.problems import PROBLEM_KINDS, DocumentError, Problem
from scoring.questions import Question, answered, questions
from scoring.ranking import Ranking, Row
from scoring.reasons import REASON_KINDS, Reason
from scoring.schema import document_schema
from scoring.standing import Cell, Table, TableRow
from scoring.statuses import Absence, Status

VERSION = "1.0"  # of the rules as computed here: kept beside every official result

__all__ = [
    "ADVICE_KINDS",
    "MARKS",
    "PROBLEM_KINDS",
    "READING_KINDS",
    "REASON_KINDS",
    "VERSION",
    "Absence",
    "Advice",
    "Cell",
    "Change",
    "ContestResult",
    "Cup",
    "Document",
    "DocumentError",
    "MarkKind",
    "MarkReading",
    "MeetingReading",
    "Number",
    "Problem",
    "Question",
    "Ranking",
    "Reading",
    "Reason",
    "Refusal",
    "Result",
    "Row",
    "ScoreMark",
    "Status",
    "Table",
    "TableRow",
    "TimeMark",
    "Told",
    "Tree",
    "Warned",
    "advise",
    "answered",
    "as_json",
    "changes",
    "document_schema",
    "explain",
    "load_text",
    "parse",
    "questions",
    "read_meeting",
    "score",
]
