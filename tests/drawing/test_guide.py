"""docs/draw.md tells everybody how to check a draw: its few lines of code do."""

import json
import re
from pathlib import Path

import pytest

from spartakiad.competition.drawing.record import Record, written
from spartakiad.competition.drawing.slips import Draw, Slip, key_of, seal
from spartakiad.competition.drawing.ways import WAYS
from tests.shape.tree import ROOT

GUIDE = (ROOT / "docs" / "draw.md").read_text(encoding="utf-8")
CODE = re.findall(r"```python\n(.*?)```", GUIDE, re.DOTALL)


def kept(folder: Path, **changed: object) -> None:
    """The file of a draw of ten, as everybody gets it."""
    slips = tuple(Slip(str(number), "vologda") for number in range(17, 27))
    drawn = WAYS["random"].run(Draw(key_of("2718", "57"), slips))
    told = written(Record("random", 1, seal("2718"), "2718", "57", slips, drawn)) | changed
    (folder / "draw.json").write_text(json.dumps(told), encoding="utf-8")


@pytest.mark.parametrize("code", CODE)
def test_the_code_of_the_guide_finds_a_draw_right(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    kept(tmp_path)
    exec(code, {})  # noqa: S102


@pytest.mark.parametrize("changed", [{"seed": "2719"}, {"called": "58"}, {"drawn": [["17"]]}])
def test_and_a_changed_file_wrong(changed: dict[str, object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    kept(tmp_path, **changed)
    with pytest.raises(AssertionError):
        exec(CODE[0], {})  # noqa: S102


def test_every_way_stands_in_the_guide() -> None:
    assert [way for way in WAYS if f"| `{way}` |" not in GUIDE] == []
