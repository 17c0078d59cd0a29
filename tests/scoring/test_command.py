"""python -m scoring: what it prints, what it refuses, and that it is a program of its own."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from scoring.__main__ import main

ROOT = Path(__file__).parents[2]
TUSUR = ROOT / "tests" / "golden" / "documents" / "tusur-2011-student-spartakiad.json"
SMALL = """
format = 1
contest = [{ id = "dance", rules = "jury" }, { id = "ski", rules = "jury" }]
rules = { jury = { order = { blocks = [{ by = ["place"] }], places = "given" } } }
standing = [{ id = "overall", absent = { any = 0 }, count = { kind = "best", k = 1 } }]
team = [{ id = "pskov" }, { id = "vologda" }]
mark = [
  { contest = "dance", team = "pskov", place = 1 }, { contest = "dance", team = "vologda", place = 1 },
  { contest = "ski", team = "vologda", place = 1 },
]
"""


@pytest.fixture
def small(tmp_path: Path) -> str:
    path = tmp_path / "small.toml"
    path.write_text(SMALL, encoding="utf-8")
    return str(path)


def test_a_file_saved_by_notepad_is_read_too(tmp_path: Path) -> None:
    (tmp_path / "small.toml").write_text(SMALL, encoding="utf-8-sig")
    assert main([str(tmp_path / "small.toml")]) == 0


def test_the_table_marks_shared_places_and_what_does_not_count(small: str, capsys: pytest.CaptureFixture[str]) -> None:
    main([small, "--table"])
    assert capsys.readouterr().out.splitlines() == [
        "overall",
        "Место  Команда  dance  ski  Сумма",
        "1*     pskov        2  (0)      2",
        "1*     vologda      2  (2)      2",
        "",
        "Не завершены: ski",
    ]


def test_an_explanation_is_an_indented_tree(small: str, capsys: pytest.CaptureFixture[str]) -> None:
    main([small, "--explain", "pskov"])
    assert [line for line in capsys.readouterr().out.splitlines() if "·" not in line] == [
        "2 pskov",
        "  2 dance",
        "    1 pskov",
        "      1 pskov",
        "  (0) ski",
    ]


def test_an_unknown_key_is_refused_by_name_with_the_nearest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "wrong.toml"
    path.write_text("format = 1\nstandings = []\n", encoding="utf-8")
    assert (main([str(path)]), capsys.readouterr().err.split(", known")[0]) == (
        2,
        "standings: unknown_key key='standings', nearest='standing'",
    )


@pytest.mark.parametrize("arguments", [["--explain", "nobody"], []])
def test_what_cannot_be_done_ends_with_two(small: str, arguments: list[str]) -> None:
    assert main([small if arguments else "no-such-file.toml", *arguments]) == 2


def test_a_file_that_is_not_text_ends_with_two(tmp_path: Path) -> None:
    (tmp_path / "binary.json").write_bytes(b"\xff\xfe\x00{")
    assert main([str(tmp_path / "binary.json")]) == 2


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(SMALL))
    main(["-"])
    assert list(json.loads(capsys.readouterr().out)["contests"]) == ["dance", "ski"]


def test_the_command_runs_with_nothing_but_the_standard_library() -> None:
    command = [sys.executable, "-S", "-m", "scoring", str(TUSUR)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True)
    assert json.loads(ran.stdout)["standings"]["overall"]["rows"][0]["team"] == "t01"
