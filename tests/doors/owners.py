"""Whose a row is, found by the keys of the database itself, so that a table of tomorrow is found too."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import Table
from sqlmodel import Session

from spartakiad.models.tables import metadata

Owner = tuple[str, str]  # a Games and a team of it
Rows = Mapping[str, list[Mapping[str, Any]]]
# A person is whose athlete he is, an account whose role it holds: owners go up to these two, and down everywhere.
KNOWN_BY_THEIR_OWN = {"athlete": "person", "role_grant": "account"}
OF_NOBODY_ALONE = {
    *("games", "games_record", "venue", "contest", "part", "stage", "unit", "start", "official", "photo", "sheet_file"),
    *(
        "union_event",
        "event_series",
        "event_step",
        "event_city",
        "event_person",
        "event_line",
        "union_fact",
        "source",
        "city",
        "cup_holding",
    ),
    *("venue_card", "card_try", "pin_try"),  # of a hall and its judges
    *("special_prize", "report_line"),  # of the secretariat
    "apart",  # of two people, who may be of two cities
    *("stream", "fact", "fact_text", "command"),  # of the journal; its lines are told apart by what they mention
}
_SHORTEST = 5  # signs of what can be told from other words of a page
_OUR_WORD = re.compile(r"[a-z_-]+")  # of a state or a role
_COUNTED = ("version", "position", "kind")  # of a unique key, but no name of anything


@dataclass(slots=True)
class Owned:
    """`rows`: by table and number, everything there is; `owners`: whose each of them is."""

    rows: Rows
    owners: dict[tuple[str, int], set[Owner]] = field(default_factory=dict)

    def of(self, owner: Owner) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Rows of this owner and nobody else."""
        for name, rows in self.rows.items():
            yield from ((name, row) for row in rows if self.owners.get((name, row.get("id", 0))) == {owner})


def owned(session: Session) -> Owned:
    found = Owned({table.name: _all(session, table) for table in metadata.sorted_tables})
    for _ in range(2):  # down, up to people, and down to what hangs on them
        for table in metadata.sorted_tables:
            for row in found.rows[table.name]:
                _settle(found, table, row)
    return found


def unowned(found: Owned) -> set[str]:
    """Tables that are said to be of nobody alone by none, and in which still nobody has a row."""
    return set(found.rows) - OF_NOBODY_ALONE - {table for (table, _), owners in found.owners.items() if owners}


def ids_of(found: Owned, owner: Owner) -> dict[str, list[str]]:
    """By table and column, of everything that has a name or a number: "athlete.number" → "41", "42", …, "66"."""
    ids: dict[str, list[str]] = {}
    for name, row in found.of(owner):
        for column in _naming(metadata.tables[name]):
            if row[column]:
                ids.setdefault(f"{name}.{column}", []).append(str(row[column]))
    for fact in facts_about(found, owner):
        kind, *parts = fact["subject"].split(":")
        for part in parts[-1:]:
            ids.setdefault(f"fact.{kind}", []).append(part)
        ids.setdefault("command.key", []).append(fact["command_key"])
    return ids


def facts_about(found: Owned, owner: Owner) -> list[Mapping[str, Any]]:
    """Lines of the journal of this Games that mention the team, an athlete of it, or a notice for it alone."""
    streams = {row["id"] for row in found.rows["stream"] if row["name"] == f"games:{owner[0]}"}
    words = words_of(found, owner)
    return [row for row in found.rows["fact"] if row["stream_id"] in streams and words & mentioned(row)]


def words_of(found: Owned, owner: Owner) -> set[str]:
    """By what the journal names the team and its athletes."""
    numbers = {str(row["number"]) for name, row in found.of(owner) if name == "athlete"}
    return {owner[1], f"team:{owner[1]}"} | numbers


def mentioned(fact: Mapping[str, Any]) -> set[str]:
    return {*fact["subject"].split(":")[1:], *_leaves(json.loads(fact["payload"]))}


def private(found: Owned, owner: Owner) -> set[str]:
    """What stands in rows of this owner and in no other row: names, birth dates, telephones, numbers, words."""
    mine = {row["id"] for row in facts_about(found, owner)}
    own = {text for _, row in found.of(owner) for text in _texts(row)}
    own |= {row["text"] for row in found.rows["fact_text"] if row["fact_id"] in mine}
    return own - {text for row in _others(found, owner, mine) for text in _texts(row)}


def published(found: Owned, owner: Owner) -> set[str]:
    """What of it a public page may say: the names of whoever consented, under a number that means nothing."""
    papers = [row for row in found.rows["consent"] if row["kind"] == "publication" and not row["withdrawn_at"]]
    shown = {row["person_id"] for row in papers}
    people = [row for name, row in found.of(owner) if name == "person"]
    return {row["public_id"] for row in people} | {_name(row) for row in people if row["id"] in shown}


def _others(found: Owned, owner: Owner, mine: set[int]) -> Iterator[Mapping[str, Any]]:
    for name, rows in found.rows.items():
        for row in rows:
            alone = found.owners.get((name, row.get("id", 0))) == {owner}
            if not (alone or (name == "fact_text" and row["fact_id"] in mine) or name in ("fact", "command")):
                yield row


def _settle(found: Owned, table: Table, row: Mapping[str, Any]) -> None:
    if table.name in OF_NOBODY_ALONE:
        return
    owners = found.owners.setdefault((table.name, row["id"]), set())
    if table.name == "team":
        games = next(one["slug"] for one in found.rows["games"] if one["id"] == row["games_id"])
        owners.add((games, row["slug"]))
    elif row.get("team"):
        owners.add((row["games"], row["team"]))
    for to, key in hangs_on(table, row):
        owners |= found.owners.get((to, key), set())
        if to == KNOWN_BY_THEIR_OWN.get(table.name):
            found.owners[to, key] |= owners


def hangs_on(table: Table, row: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    """Rows that this one names."""
    for column in table.columns:
        yield from ((key.column.table.name, row[column.name]) for key in column.foreign_keys)


def _all(session: Session, table: Table) -> list[Mapping[str, Any]]:
    return [dict(row) for row in session.connection().execute(table.select()).mappings()]


def _naming(table: Table) -> list[str]:
    """Columns that tell one row from another: the number and what is unique."""
    unique = {column for one in [*table.constraints, *table.indexes] if _is_unique(one) for column in one.columns}
    single = {column for column in table.columns if column.primary_key or column.unique}
    return [one.name for one in unique | single if not one.foreign_keys and one.name not in _COUNTED]


def _is_unique(one: Any) -> bool:
    return bool(getattr(one, "unique", False)) or type(one).__name__ == "UniqueConstraint"


def _texts(row: Mapping[str, Any]) -> set[str]:
    texts = {value for value in row.values() if isinstance(value, str)}
    for value in row.values():
        if isinstance(value, date) and not isinstance(value, datetime):
            texts |= {value.isoformat(), f"{value:%d.%m.%Y}"}
    if "surname" in row:
        texts.add(_name(row))
    return {text for text in texts if len(text) >= _SHORTEST and not _OUR_WORD.fullmatch(text)}


def _name(row: Mapping[str, Any]) -> str:
    return f"{row['surname']} {row['name']}"


def _leaves(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        for one in value.values():
            yield from _leaves(one)
    elif isinstance(value, list):
        for one in value:
            yield from _leaves(one)
    elif isinstance(value, str):
        yield value
