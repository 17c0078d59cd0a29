"""What a team of several cities counts for, in Russian."""

from collections.abc import Mapping

from spartakiad.words.numbers import in_clause

JOINT: Mapping[str, str] = {
    "team": "самостоятельной командой",
    "city": "за один город, названный первым, – в зачёте городов",
    "shares": "очки участника – поровну всем её городам",
    "own": "очки участника – его городу",
}


def joint_words(counts: str, clause: str) -> str:
    """«Сборную нескольких городов считают: очки участника – его городу (п. 3.4).»"""
    return f"Сборную нескольких городов считают: {JOINT[counts]}{in_clause(clause)}."
