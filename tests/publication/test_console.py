"""`spartakiad verify FILE`: an archive by itself, a protocol by the journals kept here."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from spartakiad.cli import main
from tests.conftest import opened
from tests.publication.archives import made, unpacked


@pytest.fixture(scope="module")
def folder(played: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of an installation that has published, with its archive and every file of it beside."""
    folder = tmp_path_factory.mktemp("console")
    shell = opened(played, folder)
    content = made(shell, folder)
    shell.store.close()
    (folder / "archive.zip").write_bytes(content)
    for name, body in unpacked(content).items():
        (folder / name.replace("/", "-")).write_bytes(body)
    return folder


def said(folder: Path, *words: str) -> tuple[int, str]:
    answer = CliRunner().invoke(main, ["verify", *words], env={"SPARTAKIAD_DATA": str(folder)})
    return answer.exit_code, answer.output


def test_an_archive_says_what_is_in_it_and_by_which_key(folder: Path) -> None:
    code, words = said(folder, str(folder / "archive.zip"))
    assert code == 0 and "Всё сходится: demo" in words and "4\u00a0публикации" in words
    key = words.split()[-1]
    assert said(folder, str(folder / "archive.zip"), "--key", key)[0] == 0
    code, words = said(folder, str(folder / "archive.zip"), "--key", "0" * 64)
    assert code == 1 and "не тем ключом" in words


def test_a_torn_archive_is_no_archive(folder: Path) -> None:
    body = (folder / "archive.zip").read_bytes()
    (folder / "torn.zip").write_bytes(body[:1000] + b"\x00" + body[1001:])
    code, words = said(folder, str(folder / "torn.zip"))
    assert code == 1 and "НЕ СХОДИТСЯ" in words


@pytest.mark.parametrize(
    ("file", "code", "sentence"),
    [
        ("sheets-2-1-public.pdf", 1, "заменён редакцией 2"),
        ("sheets-2-2-public.pdf", 0, "Подлинный и действующий"),
        ("sheets-6-1-full.pdf", 0, "экземпляр секретариата"),
        ("journal.jsonl", 1, "Не наш"),
    ],
)
def test_a_protocol_is_known_by_its_bytes(folder: Path, file: str, code: int, sentence: str) -> None:
    found, words = said(folder, str(folder / file))
    assert found == code and sentence in words


def test_without_a_file_the_chains_kept_here_are_verified(folder: Path) -> None:
    code, words = said(folder)
    assert code == 0 and "games:demo: цепочка цела" in words
