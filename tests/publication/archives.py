"""An archive of the demonstration with four publications in it, and many ways to tamper with one."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from spartakiad.competition.desk import SYSTEM
from spartakiad.competition.shell import Shell
from spartakiad.documents.archive import TakeArchive, archive, take_archive
from spartakiad.documents.publishing import Press, Publish, Withdrawal, publish, withdraw_and_reissue
from spartakiad.people.actions import Withdraw
from spartakiad.store.canonical import canonical
from spartakiad.store.chain import line_hash

Members = dict[str, bytes]


def made(shell: Shell, folder: Path) -> bytes:
    """Two protocols and the standings are published, then somebody takes his consent back."""
    press = Press("https://example.org", str(folder / "keys"))
    for contest in ("ski-men", "chess", ""):
        shell.write_now(publish, Publish("demo", contest, press), SYSTEM)
    team = shell.now("demo").state.athletes["48"].team
    shell.write_now(withdraw_and_reissue, Withdrawal(Withdraw("demo", team, "48", "publication"), press), SYSTEM)
    return packed_by(shell, folder)


def packed_by(shell: Shell, folder: Path) -> bytes:
    shell.write_now(take_archive, TakeArchive("demo", str(folder / "keys")), SYSTEM)
    with shell.store.reader() as session:
        return archive(session, "demo", folder / "keys", shell.clock())


def unpacked(content: bytes) -> Members:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def packed(members: Members) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def lines_of(members: Members) -> list[dict[str, Any]]:
    return [json.loads(line) for line in members["journal.jsonl"].splitlines()]


def with_lines(members: Members, lines: list[dict[str, Any]]) -> Members:
    return {**members, "journal.jsonl": "".join(f"{canonical(line)}\n" for line in lines).encode()}


def chained(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same with numbers and hashes that follow one another again, as a forger would make them."""
    previous, again = "", []
    for number, line in enumerate(lines, 1):
        line = {**line, "number": number, "previous_hash": previous}
        previous = line_hash(line)
        again.append({**line, "hash": previous})
    return again


def one_bit(content: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(content))
    return content[:at] + bytes([content[at] ^ 1 << chance.randrange(8)]) + content[at + 1 :]


def _one_line(members: Members, chance: Random, change: Callable[[dict[str, Any]], dict[str, Any]]) -> Members:
    lines = lines_of(members)
    at = chance.randrange(len(lines))
    lines[at] = change(lines[at])
    return with_lines(members, lines if chance.random() < 0.5 else chained(lines))


def _published(members: Members, chance: Random, field: str, value: Callable[[Any], Any]) -> Members:
    """One field of one publication, the chain made to fit again or left."""
    lines = lines_of(members)
    at = chance.choice([at for at, line in enumerate(lines) if line["kind"] == "sheet.published"])
    fact = json.loads(lines[at]["payload"])
    lines[at] = {**lines[at], "payload": canonical({**fact, field: value(fact[field])})}
    return with_lines(members, lines if chance.random() < 0.5 else chained(lines))


def _digit(text: str, chance: Random) -> str:
    at = chance.randrange(len(text))
    return text[:at] + chance.choice([one for one in "0123456789abcdef" if one != text[at]]) + text[at + 1 :]


def bit_of_the_journal(members: Members, chance: Random) -> Members:
    return {**members, "journal.jsonl": one_bit(members["journal.jsonl"], chance)}


def bit_of_a_file(members: Members, chance: Random) -> Members:
    name = chance.choice([name for name in members if name.startswith("sheets/")])
    return {**members, name: one_bit(members[name], chance)}


def bit_of_the_contents(members: Members, chance: Random) -> Members:
    return {**members, "archive.json": one_bit(members["archive.json"], chance)}


def word_of_a_payload(members: Members, chance: Random) -> Members:
    return _one_line(members, chance, lambda line: {**line, "payload": line["payload"].replace("}", ',"x":1}', 1)})


def other_actor(members: Members, chance: Random) -> Members:
    return _one_line(members, chance, lambda line: {**line, "actor": f"{line['actor']}1"})


def other_moment(members: Members, chance: Random) -> Members:
    return _one_line(members, chance, lambda line: {**line, "at": line["at"].replace("2026", "2025")})


def other_basis(members: Members, chance: Random) -> Members:
    return _one_line(members, chance, lambda line: {**line, "basis": "" if line["basis"] else "word"})


def other_hash(members: Members, chance: Random) -> Members:
    lines = lines_of(members)
    at = chance.randrange(len(lines))
    lines[at]["hash"] = _digit(lines[at]["hash"], chance)
    return with_lines(members, lines)


def dropped(members: Members, chance: Random) -> Members:
    lines = lines_of(members)
    del lines[chance.randrange(len(lines))]
    return with_lines(members, lines if chance.random() < 0.5 else chained(lines))


def cut_off(members: Members, chance: Random) -> Members:
    lines = lines_of(members)
    return with_lines(members, lines[: chance.randrange(len(lines))])


def swapped(members: Members, chance: Random) -> Members:
    lines = lines_of(members)
    one, other = chance.sample(range(len(lines)), 2)
    lines[one], lines[other] = lines[other], lines[one]
    return with_lines(members, lines if chance.random() < 0.5 else chained(lines))


def doubled(members: Members, chance: Random) -> Members:
    lines = lines_of(members)
    at = chance.randrange(len(lines))
    lines.insert(at, lines[at])
    return with_lines(members, lines if chance.random() < 0.5 else chained(lines))


def other_signature(members: Members, chance: Random) -> Members:
    return _published(members, chance, "signature", lambda text: _digit(text, chance))


def other_digest(members: Members, chance: Random) -> Members:
    field = chance.choice(["full", "public", "standings", "head", "contents", "key"])
    return _published(members, chance, field, lambda text: _digit(text, chance))


def other_names(members: Members, chance: Random) -> Members:
    return _published(members, chance, "named", lambda persons: [*persons, 999])


def file_dropped(members: Members, chance: Random) -> Members:
    gone = chance.choice([name for name in members if name.startswith("sheets/")])
    return {name: content for name, content in members.items() if name != gone}


def file_added(members: Members, chance: Random) -> Members:
    return {**members, f"sheets/{chance.randrange(90, 99)}-1-full.pdf": b"%PDF-1.4 %%EOF"}


def files_exchanged(members: Members, chance: Random) -> Members:
    one, other = chance.sample([name for name in members if name.startswith("sheets/")], 2)
    return {**members, one: members[other], other: members[one]}


TAMPERINGS = (
    bit_of_the_journal,
    bit_of_a_file,
    bit_of_the_contents,
    word_of_a_payload,
    other_actor,
    other_moment,
    other_basis,
    other_hash,
    dropped,
    cut_off,
    swapped,
    doubled,
    other_signature,
    other_digest,
    other_names,
    file_dropped,
    file_added,
    files_exchanged,
)
