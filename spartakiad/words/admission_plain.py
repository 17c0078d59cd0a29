"""What a regulation asks of everybody, in plain Russian."""

from collections.abc import Mapping, Sequence

from spartakiad.words.numbers import counted, in_clause


def admission_rules(
    papers: Sequence[tuple[str, str, str]], athletes: int | None, contests: int | None, clause: str
) -> list[str]:
    """`papers`: title, until when it has to hold, clause; `clause`: that of the limits."""
    said = [_papers(papers)] if papers else []
    if athletes is not None:
        many = counted(athletes, "спортсмена", "спортсменов", "спортсменов")
        said.append(f"В заявке команды не больше {many}{in_clause(clause)}.")
    if contests is not None:
        many = counted(contests, "виде", "видах", "видах")
        said.append(f"Один участник стартует за команду не больше чем в {many}{in_clause(clause)}.")
    return said


def lineup_rules(least: int, most: int, women: int, men: int, reserves: int | None = None) -> str:
    """«В составе команды 4 человека, женщин не меньше 2.»; "" where anybody may compete. `most` 0: no limit."""
    sexes = [f"{who} не меньше {many}" for who, many in (("женщин", women), ("мужчин", men)) if many]
    size = _size(least, most)
    waiting = [] if reserves is None else [f"запасных не больше {reserves}" if reserves else "без запасных"]
    told = ", ".join([*([size] if size else []), *sexes, *waiting])
    return f"В составе команды {told}." if told else ""


def _size(least: int, most: int) -> str:
    if least and least == most:
        return counted(most, "человек", "человека", "человек")
    return ", ".join([*([f"не меньше {least}"] if least else []), *([f"не больше {most}"] if most else [])])


HOLDS: Mapping[str, str] = {"": "", "to_the_end": ", до последнего дня", "to_the_start": ", до дня каждого старта"}


def _papers(papers: Sequence[tuple[str, str, str]]) -> str:
    """«Документы для комиссии по допуску: допуск врача, до последнего дня (п. 4.5); страховка.»"""
    told = [f"{title[:1].lower()}{title[1:]}{HOLDS[holds]}{in_clause(clause)}" for title, holds, clause in papers]
    return f"Документы для комиссии по допуску: {'; '.join(told)}."
