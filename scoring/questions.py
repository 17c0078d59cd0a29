"""What a regulation leaves open. `{ unknown = "…?" }` in the place of any value is a question; it is not scored before
each has its answer, and nobody answers by guessing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """`path`: where the answer belongs, `standing[0].absent`."""

    path: str
    text: str


def questions(raw: object, path: str = "") -> Iterator[Question]:
    """Every question of a document that was read as a mapping, in its own order."""
    if isinstance(raw, Mapping):
        if raw.keys() == {"unknown"}:
            yield Question(path, str(raw["unknown"]))
            return
        for name, value in raw.items():
            yield from questions(value, f"{path}.{name}" if path else str(name))
    elif isinstance(raw, Sequence) and not isinstance(raw, str):
        for index, value in enumerate(raw):
            yield from questions(value, f"{path}[{index}]")


def answered(raw: Mapping[str, object], answers: Mapping[str, object]) -> Mapping[str, object]:
    """The document with answers, each by the path of its question, in the place of the questions.

    Raises KeyError for an answer that nobody asked for.
    """
    asked = {question.path for question in questions(raw)}
    for path in answers:
        if path not in asked:
            raise KeyError(path)
    filled = _filled(raw, "", answers)
    assert isinstance(filled, Mapping)
    return filled


def _filled(raw: object, path: str, answers: Mapping[str, object]) -> object:
    if path in answers:
        return answers[path]
    if isinstance(raw, Mapping):
        return {name: _filled(value, f"{path}.{name}" if path else str(name), answers) for name, value in raw.items()}
    if isinstance(raw, Sequence) and not isinstance(raw, str):
        return [_filled(value, f"{path}[{index}]", answers) for index, value in enumerate(raw)]
    return raw
