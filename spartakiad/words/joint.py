"""What a team of several cities counts for, in Russian."""

from collections.abc import Mapping

from spartakiad.words.numbers import in_clause

JOINT: Mapping[str, str] = {
    "team": "самостоятельной командой",
    "city": "за один город, названный первым, – в зачёте городов",
    "shares": "очки участника – поровну всем её городам",
    "own": "очки участника – его городу",
}
_WHOLE = (
    "Очки команды, которая выступает целиком, делят поровну её города. "
    "Где очки дают за место команды, сборная занимает своё место сама."
)


def joint_words(counts: str, clause: str) -> str:
    """«Сборную нескольких городов считают: очки участника – его городу (п. 3.4).», and what a whole team wins."""
    whole = f" {_WHOLE}" if counts in ("shares", "own") else ""
    return f"Сборную нескольких городов считают: {JOINT[counts]}{in_clause(clause)}.{whole}"
