"""`spartakiad regulation check`: in Russian, what is wrong, what is open, and what to look at again."""

from pathlib import Path

from click.testing import CliRunner

from spartakiad.cli import main
from tests.competition.several import PARTS

ROOT = Path(__file__).parents[2] / "fixtures" / "regulations"


def check(path: Path) -> tuple[int, str]:
    ran = CliRunner().invoke(main, ["regulation", "check", str(path)])
    return ran.exit_code, ran.output


def written(folder: Path, text: str) -> Path:
    path = folder / "regulation.toml"
    path.write_text("format = 1\n" + text, encoding="utf-8")
    return path


def test_the_regulation_of_the_demonstration_is_read() -> None:
    assert check(ROOT / "demo.toml") == (0, "Положение читается.\n")


def test_a_mistyped_key_is_named_with_its_place_and_the_nearest_known_one(tmp_path: Path) -> None:
    code, said = check(written(tmp_path, '[[standing]]\nid = "overall"\ncuont = { kind = "all" }\n'))
    assert code == 2
    assert said == "Положение, standing[0].cuont: ключ «cuont» неизвестен; может быть, «count»?\n"


def test_what_the_source_does_not_say_is_asked() -> None:
    code, said = check(ROOT / "real" / "tusur-2011.toml")
    assert code == 2
    assert said.startswith("Положение, standing[0].order.end: источник этого не говорит, ответьте: Если равны")


def test_what_is_seldom_meant_is_shown_and_not_refused(tmp_path: Path) -> None:
    code, said = check(written(tmp_path, '[[standing]]\nid = "overall"\nvalue = { kind = "place", clause = "7" }\n'))
    assert code == 0
    assert "Обратите внимание: зачёт «overall»: очки за место и «побеждает большая сумма» смотрят в разные" in said


def test_a_ring_of_rules_is_shown_as_a_ring(tmp_path: Path) -> None:
    part = 'parts = [{ id = "a", value = { kind = "raw" }, rules = "duo" }]\n'
    assert check(written(tmp_path, "[rules.duo]\n" + part)) == (
        2,
        "Положение, rules.duo.parts: правила ссылаются по кругу: duo.\n",
    )


def test_a_file_that_is_no_toml_says_where(tmp_path: Path) -> None:
    code, said = check(written(tmp_path, "standing = = 1\n"))
    assert (code, said.count("строка")) == (2, 1)


def test_parts_that_nobody_could_hold_are_named(tmp_path: Path) -> None:
    twice = PARTS.removeprefix("\nformat = 1").replace('sex = "f"\nquota = 1\nclause = "4.2"', "teams = true")
    code, said = check(written(tmp_path, twice))
    assert (code, said) == (
        2,
        "«Лыжи»: команда целиком стартует только в одной части вида. Вторую сделайте отдельным видом программы.\n",
    )


def test_a_number_of_people_that_nobody_knows_is_named(tmp_path: Path) -> None:
    assert check(written(tmp_path, '[eligibility]\nidentifiers = ["uin"]\n')) == (
        2,
        "Положение, eligibility.identifiers: нет того, на что ссылаются: «uin»; может быть, «uin_gto»?\n",
    )
