"""An archive is checked by the product and by a program that shares no code with it: both find every tampering."""

import hashlib
import importlib.util
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from spartakiad.competition.desk import SYSTEM
from spartakiad.documents.publishing import Erasure, Press, erase_and_reissue
from spartakiad.people.erasing import Erase
from spartakiad.publication.checking import checked
from spartakiad.publication.keys import kept_key, public_half, sign
from spartakiad.store.canonical import canonical
from spartakiad.words.archive import fault_sentence
from tests.conftest import opened
from tests.publication.archives import (
    TAMPERINGS,
    Members,
    chained,
    lines_of,
    made,
    packed,
    packed_by,
    unpacked,
    with_lines,
)

ALONE = Path(__file__).resolve().parents[2] / "spartakiad" / "static" / "check_archive.py"
ROUNDS = 12  # of every tampering: 216 of them


@pytest.fixture(scope="module")
def archived(played: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[bytes, Path]]:
    """An archive and the folder of the installation that it was made by."""
    folder = tmp_path_factory.mktemp("archived")
    shell = opened(played, folder)
    yield made(shell, folder), folder
    shell.store.close()


@pytest.fixture(scope="module")
def alone() -> ModuleType:
    spec = importlib.util.spec_from_file_location("check_archive", ALONE)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def holds(alone: ModuleType, content: bytes, path: Path, key: str = "") -> bool:
    path.write_bytes(content)
    try:
        alone.check(str(path), key)
    except Exception:
        return False
    return True


def test_an_untouched_archive_holds(archived: tuple[bytes, Path], alone: ModuleType, tmp_path: Path) -> None:
    content, folder = archived
    found = checked(content)
    assert (found.faults, found.published) == ((), 4)
    assert found.key == public_half(kept_key(folder / "keys", "demo"))
    assert holds(alone, content, tmp_path / "a.zip", found.key)
    assert checked(packed(unpacked(content))).faults == ()


@pytest.mark.parametrize("tamper", TAMPERINGS)
def test_every_tampering_is_found_by_both(
    archived: tuple[bytes, Path], alone: ModuleType, tmp_path: Path, tamper: Callable[[Members, Random], Members]
) -> None:
    whole = unpacked(archived[0])
    for seed in range(ROUNDS):
        content = packed(tamper(whole, Random(f"{tamper.__name__}-{seed}")))
        faults = checked(content).faults
        assert faults and all(fault_sentence(one.kind, one.where) for one in faults), seed
        assert not holds(alone, content, tmp_path / "a.zip"), seed


def forged(whole: Members, key: Ed25519PrivateKey) -> Members:
    """Everything is made anew and signed again by a key of the forger's own."""
    lines, public = lines_of(whole), public_half(key)
    for at, line in enumerate(lines):
        fact = json.loads(line["payload"])
        if line["kind"] == "key.made":
            lines[at] = {**line, "payload": canonical({"public": public})}
        elif line["kind"] == "sheet.published":
            fact |= {"key": public, "head": chained(lines[:at])[-1]["hash"]}
            del fact["signature"]
            fact["signature"] = sign(key, canonical(fact))
            lines[at] = {**line, "payload": canonical(fact)}
    lines = chained(lines)
    about = json.loads(whole["archive.json"])["about"] | {"key": public, "head": lines[-1]["hash"]}
    signed = canonical({"about": about, "signature": sign(key, canonical(about))})
    return with_lines({**whole, "archive.json": signed.encode()}, lines)


def test_a_whole_forgery_is_found_by_whoever_knows_the_key(
    archived: tuple[bytes, Path], alone: ModuleType, tmp_path: Path
) -> None:
    content, folder = archived
    known = public_half(kept_key(folder / "keys", "demo"))
    false = packed(forged(unpacked(content), Ed25519PrivateKey.generate()))
    assert (checked(false).faults, holds(alone, false, tmp_path / "a.zip")) == ((), True)
    assert [one.kind for one in checked(false, known).faults] == ["other_key"]
    assert not holds(alone, false, tmp_path / "a.zip", known)


def rewritten(whole: Members, lines: list[dict[str, Any]], key: Ed25519PrivateKey) -> bytes:
    """As the site packs and signs it once somebody has rewritten its database."""
    lines = chained(lines)
    about = json.loads(whole["archive.json"])["about"] | {"number": len(lines), "head": lines[-1]["hash"]}
    about["files"] = {
        name: hashlib.sha256(body).hexdigest() for name, body in whole.items() if name.startswith("sheets/")
    }
    signed = canonical({"about": about, "signature": sign(key, canonical(about))})
    return packed(with_lines({**whole, "archive.json": signed.encode()}, lines))


def test_a_database_rewritten_before_the_archive_was_made_is_found_by_what_was_published(
    archived: tuple[bytes, Path], alone: ModuleType, tmp_path: Path
) -> None:
    whole, key = unpacked(archived[0]), kept_key(archived[1] / "keys", "demo")
    lines = lines_of(whole)
    at = next(at for at, line in enumerate(lines) if line["kind"] == "sheet.published")
    fact = json.loads(lines[at]["payload"])
    name, false = f"sheets/{fact['sheet']}-{fact['revision']}-public.pdf", b"%PDF-1.4 other places"
    digest = hashlib.sha256(false).hexdigest()

    def told(**changed: object) -> list[dict[str, Any]]:
        return [*lines[:at], {**lines[at], "payload": canonical(fact | changed)}, *lines[at + 1 :]]

    without = chained(lines[: at - 5] + lines[at - 4 : at])
    moved = without[-1]["hash"]
    cases = (
        (rewritten({**whole, name: false}, told(public=digest), key), "signature"),
        (rewritten({**whole, name: false}, lines, key), "changed"),
        (rewritten(whole, lines[: at - 5] + lines[at - 4 :], key), "publication"),
        (rewritten(whole, [*without, *told(head=moved)[at:]], key), "signature"),
        (rewritten(whole, [*lines[:at], *lines[at + 1 :]], key), "publication"),
    )
    assert checked(rewritten(whole, lines, key)).faults == ()
    for content, kind in cases:
        assert kind in {one.kind for one in checked(content).faults}
        assert not holds(alone, content, tmp_path / "a.zip")


def test_a_journal_of_nonsense_signed_by_its_maker_is_refused_without_a_trace(
    archived: tuple[bytes, Path], alone: ModuleType, tmp_path: Path
) -> None:
    whole, key = unpacked(archived[0]), Ed25519PrivateKey.generate()
    lines = lines_of(forged(whole, key))
    for kind, payload in (("key.made", "[]"), ("sheet.published", "{}"), ("sheet.closed", "7"), ("key.made", "{")):
        nonsense = chained([*lines, {**lines[-1], "kind": kind, "payload": payload}])
        about = json.loads(forged(whole, key)["archive.json"])["about"]
        about |= {"number": len(nonsense), "head": nonsense[-1]["hash"]}
        signed = canonical({"about": about, "signature": sign(key, canonical(about))})
        content = packed(with_lines({**whole, "archive.json": signed.encode()}, nonsense))
        assert "publication" in {one.kind for one in checked(content).faults}
        assert not holds(alone, content, tmp_path / "a.zip")


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_archive_is_said_so(content: bytes) -> None:
    assert checked(content).faults


def test_files_of_an_erased_person_may_be_missing_and_no_others(
    played: Path, tmp_path: Path, alone: ModuleType
) -> None:
    shell = opened(played, tmp_path)
    before = unpacked(made(shell, tmp_path))
    team = shell.now("demo").state.athletes["45"].team
    press = Press("https://example.org", str(tmp_path / "keys"))
    wish = Erase("demo", team, "45", "заявление")
    shell.write_now(erase_and_reissue, Erasure(wish, press), SYSTEM)
    content = packed_by(shell, tmp_path)
    shell.store.close()
    gone = set(before) - set(unpacked(content))
    assert {"sheets/2-1-full.pdf", "sheets/2-1-public.pdf"} <= gone
    assert checked(content).faults == () and holds(alone, content, tmp_path / "a.zip")
    back = packed({**unpacked(content), "sheets/2-1-full.pdf": before["sheets/2-1-full.pdf"]})
    assert [one.kind for one in checked(back).faults] == ["foreign"] and not holds(alone, back, tmp_path / "a.zip")


def test_the_program_for_others_stands_alone(archived: tuple[bytes, Path], tmp_path: Path) -> None:
    """In one file, with nothing but Python: not a package of ours or of anybody is within its reach."""
    source = ALONE.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= 150
    (tmp_path / "a.zip").write_bytes(archived[0])
    (tmp_path / "torn.zip").write_bytes(archived[0][:-40])
    command = [sys.executable, "-I", "-S", str(ALONE)]
    good = subprocess.run([*command, str(tmp_path / "a.zip")], capture_output=True, encoding="utf-8", check=False)
    assert good.returncode == 0 and "Всё сходится: demo" in good.stdout
    torn = subprocess.run([*command, str(tmp_path / "torn.zip")], capture_output=True, encoding="utf-8", check=False)
    assert torn.returncode == 1 and "НЕ СХОДИТСЯ" in torn.stderr
    gone = subprocess.run([*command, str(tmp_path / "gone.zip")], capture_output=True, encoding="utf-8", check=False)
    assert (gone.returncode, "Файл не открылся" in gone.stderr, "повреждён" in gone.stderr) == (1, True, False)
