"""A file somebody holds, checked at the console: an archive by itself, a protocol by the journals kept here."""

import hashlib
import zipfile
from collections.abc import Callable
from pathlib import Path

from spartakiad.competition.shell import Shell
from spartakiad.publication.checking import checked
from spartakiad.publication.verdicts import by_digest
from spartakiad.words.archive import fault_sentence
from spartakiad.words.dates import moment
from spartakiad.words.numbers import counted
from spartakiad.words.sheets import COPIES, verdict_sentence


def file_verdict(file: Path, key: str, opened: Callable[[], Shell]) -> tuple[bool, list[str]]:
    """Whether it holds, and what to say. `opened` is asked for only where the file is a protocol."""
    if zipfile.is_zipfile(file):
        return _archive(file, key)
    verdict = by_digest(opened().memory.games.values(), hashlib.sha256(file.read_bytes()).hexdigest())
    sentences = [verdict_sentence(verdict.kind, verdict.newest)]
    if verdict.view and verdict.revision:
        at, copy = moment(verdict.revision.at), COPIES[verdict.copy]
        named = f"{verdict.games}: протокол {verdict.view.number} «{verdict.view.title}»"
        sentences.append(f"{named}, редакция {verdict.revision.revision} от {at}, {copy}.")
    return verdict.kind == "valid", sentences


def _archive(file: Path, key: str) -> tuple[bool, list[str]]:
    found = checked(file.read_bytes(), key)
    if found.faults:
        return False, ["НЕ СХОДИТСЯ.", *(fault_sentence(one.kind, one.where) for one in found.faults)]
    lines = counted(found.lines, "строка журнала", "строки журнала", "строк журнала")
    published = counted(found.published, "публикация", "публикации", "публикаций")
    whose = "Ключ тот, который вы назвали." if key else f"Сверьте ключ с известным вам: {found.key}"
    return True, [f"Всё сходится: {found.games}, {lines}, {published}.", whose]
