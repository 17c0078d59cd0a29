"""What a captain and the commission read about the paper of an application."""

from collections.abc import Mapping

from spartakiad.competition.applications import Difference, outdated, revision
from spartakiad.competition.applied import CameIn, Late, Replacement
from spartakiad.competition.programme import lines
from spartakiad.competition.state import State
from spartakiad.words.counted import came_and_went
from spartakiad.words.dates import until


def paper_words(state: State, team: str) -> str:
    """«Редакция 3 подана. Оригинал принят, ред. 2; бумага устарела: +1 −1.»"""
    number, filed = revision(state, team)
    told = [f"Редакция {number}{' подана' if filed else ' ещё не подана'}."]
    original = state.teams[team].original
    if original:
        changed = difference_words(outdated(state, team))
        told.append(f"Оригинал принят, ред. {original.revision}{f'; бумага устарела: {changed}' if changed else ''}.")
    return " ".join(told)


def changes_title(state: State, team: str) -> str:
    """«Дозаявка № 2»: the paper of what has changed since the original that was accepted; "" where nothing has."""
    found = outdated(state, team)
    if not found:
        return ""
    replaced = set(found.came) & set(found.went)
    kinds = [*(["дозаявка"] if set(found.came) - replaced else []), *(["перезаявка"] if replaced else [])]
    what = " и ".join(kinds) or "изменения заявки"
    return f"{what[:1].upper()}{what[1:]} № {revision(state, team)[0] - 1}"


def late_words(late: Late | None) -> str:
    """«Дозаявка разрешена до 12:00: автобус (Петров).»; "" where it never was."""
    if late is None:
        return ""
    if late.revoked:
        return f"Разрешение на дозаявку отозвано{f': {late.why}' if late.why else ''}."
    because = f": {late.reason}" if late.reason else ""
    return f"Дозаявка разрешена до {until(late.until)}{because}{f' ({late.allowed})' if late.allowed else ''}."


def difference_words(found: Difference) -> str:
    """«+1 −1, участие изменено: 2, официальные лица: +1»; "" where nothing differs."""
    officials = came_and_went(found.officials_came, found.officials_went)
    told = [
        came_and_went(found.came, found.went),
        f"участие изменено: {len(found.changed)}" if found.changed else "",
        f"сведения изменены: {len(found.described)}" if found.described else "",
        f"официальные лица: {officials}" if officials else "",
    ]
    return ", ".join(filter(None, told))


def replaced_words(state: State, names: Mapping[int, str], team: str = "") -> dict[str, str]:
    """By number: «вместо: Лыжина Анна; травма, разрешил Петров»; `names` of persons; `team` "": of everybody."""
    told: dict[str, list[str]] = {}
    for one in state.replacements:
        if team in ("", one.team):
            told.setdefault(one.athlete, []).append(f"вместо: {names.get(one.was, 'данные удалены')}{_why(one)}")
    titles = {line.id: line.title for line in lines(state)}
    for came in state.came_in:
        if came.reserve in state.athletes and team in ("", state.athletes[came.reserve].team):
            where = f"вместо № {came.athlete} («{titles.get(came.contest, came.contest)}»)"
            told.setdefault(came.reserve, []).append(f"{where}{_why(came)}")
    return {number: "; ".join(those) for number, those in told.items()}


def _why(one: Replacement | CameIn) -> str:
    allowed = f"разрешил {one.allowed}" if one.allowed else ""
    told = ", ".join(filter(None, (one.reason, allowed)))
    return f"; {told}" if told else ""
