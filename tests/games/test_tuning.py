"""The numbers of a regulation, changed one by one: what the form shows, what it makes of the document."""

from datetime import date
from typing import Any

import pytest

import scoring
from spartakiad.errors import Refusal
from spartakiad.games.catalogue import presets, sports
from spartakiad.games.drafting import blank, with_sport
from spartakiad.games.knob_kinds import Amounts
from spartakiad.games.tuning import contest_settings, sharing, standing_settings, with_contest, with_standing
from spartakiad.words.refusals import sentence

FIRST = date(2027, 2, 18)
TITLES = ("3 км, женщины", "5 км, мужчины 18–39 лет", "5 км, мужчины 40 лет и старше")
SKI = with_sport(blank("Проба", presets()["n-down"]), sports()["ski"], FIRST)
HOCKEY = with_sport(blank("Проба", presets()["n-down"]), sports()["hockey"], FIRST)


def shown(settings: list[Any]) -> dict[str, str]:
    return {one.words: one.value for one in settings}


def test_a_contest_shows_what_of_its_rules_can_be_changed() -> None:
    assert shown(contest_settings(SKI, "ski-women")) == {
        "Название": "Лыжные гонки, женщины",
        "Идёт ли в общий зачёт": "",
        "Во сколько раз дороже обычного вида": "",
        "Кто участвует": "f",
        "Участников от команды не больше": "4",
        "Запасных от команды не больше": "",
        "Лично от команды не больше": "",
        "Вне конкурса от команды не больше": "",
        "Разряд не ниже": "",
        "Разряд не выше": "",
        "Взвешивание": "",
        "Весовые категории женщин": "",
        "Пункт положения о допуске": "",
        "Точность результата": "0.1",
        "Сколько лучших участников идёт в зачёт команде": "3",
        "Неполная команда": "after_complete",
        "Если равных ничто не развело": "share",
    }


def test_what_was_typed_is_where_the_engine_reads_it() -> None:
    typed = {
        "set-weight": "1,5",
        "set-conditions-quota": "",
        "set-rules-team-members-k": "2",
        "set-rules-stages-0-precision": "0.01",
        "set-outside": "yes",
    }
    changed = with_contest(SKI, "ski-women", typed)
    row, rules = changed["contest"][0], changed["rules"]["ski-ski"]
    assert (row["weight"], row["outside"], rules["team"]["members"]["k"]) == ("1.5", True, 2)
    assert rules["stages"][0]["precision"] == "0.01"
    assert changed["eligibility"]["contest"]["ski-women"] == {"sex": "f"}
    assert sharing(SKI, "ski-women") == ["Лыжные гонки, мужчины"]


def test_the_quota_of_a_part_is_its_own() -> None:
    document = with_sport(blank("Проба", presets()["n-down"]), sports()["ski-parts"], FIRST)
    quotas = [one.words for one in contest_settings(document, "ski") if "Участников" in one.words]
    assert quotas[1:] == [f"Участников от команды не больше ({title})" for title in TITLES]
    changed = with_contest(document, "ski", {"set-conditions-part-women-quota": "5"})["eligibility"]["contest"]["ski"]
    assert (changed["part"]["women"]["quota"], changed["part"]["men-18"]["quota"], "quota" in changed) == (5, 3, False)


def test_a_group_of_scorers_is_called_by_its_part() -> None:
    document = with_sport(blank("Проба", presets()["n-down"]), sports()["ski-parts"], FIRST)
    counted = [one.words for one in contest_settings(document, "ski") if "Сколько лучших" in one.words]
    assert counted == [f"Сколько лучших в группе ({title})" for title in [*TITLES, "Эстафета"]]


def test_nothing_typed_changes_nothing() -> None:
    every = {one.name: one.value for one in contest_settings(HOCKEY, "hockey")}
    assert with_contest(HOCKEY, "hockey", every) == HOCKEY
    standing = {one.name: one.value for one in standing_settings(HOCKEY, "overall")}
    assert with_standing(HOCKEY, "overall", standing) == HOCKEY


def test_points_of_a_match_and_of_a_place_are_numbers_of_their_own() -> None:
    changed = with_contest(HOCKEY, "hockey", {"set-rules-stages-0-points-win": "2"})
    changed = with_standing(changed, "overall", {"set-value-n": "10", "set-absent-any": "место за последним"})
    assert changed["rules"]["hockey-hockey"]["stages"][0]["points"]["win"] == 2
    assert (changed["standing"][0]["value"]["n"], changed["standing"][0]["absent"]["any"]) == (10, "last+1")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("9, 7, 5, 3", [9, 7, 5, 3]),
        ("9,7,5,3", [9, 7, 5, 3]),
        ("9 7 5 3", [9, 7, 5, 3]),
        ("9 7 5,5 1/2", [9, 7, "5.5", "1/2"]),
        ("9; 7,5; 5", [9, "7.5", 5]),
    ],
)
def test_a_table_of_points_is_read_as_it_is_written(typed: str, kept: list[object]) -> None:
    amounts = Amounts()
    assert (amounts.read(typed), amounts.read(amounts.shown(kept))) == (kept, kept)


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("set-rules-team-members-k", "много", "Сколько лучших участников идёт в зачёт команде: нужно целое число"),
        ("set-rules-team-members-k", "0", "можно от 1 до 100"),
        ("set-rules-team-members-k", "", "заполните"),
        ("set-weight", "вдвое", "нужно число"),
        ("set-conditions-sex", "x", "такого варианта нет"),
        ("set-title", "", "Название: заполните"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(name: str, typed: str, said: str) -> None:
    with pytest.raises(Refusal) as refused:
        with_contest(SKI, "ski-women", {name: typed})
    assert refused.value.field == name and said in sentence(refused.value)


@pytest.mark.parametrize("sport", list(sports()))
def test_every_sport_of_the_catalogue_is_tuned_and_still_scored(sport: str) -> None:
    """Each form as it is shown, with every whole number one more: the engine takes the document."""
    document = with_sport(blank("Проба", presets()["n-down"]), sports()[sport], FIRST)
    for row in sports()[sport].contests:
        typed = {
            one.name: str(int(one.value) + 1) if one.value.isdigit() and not one.options else one.value
            for one in contest_settings(document, row["id"])
        }
        document = with_contest(document, row["id"], typed)
    scored = {key: value for key, value in document.items() if key != "eligibility"}
    assert set(scoring.score(scoring.parse(scored)).contests) == {row["id"] for row in sports()[sport].contests}


def test_contests_and_parts_without_a_title_are_called_by_their_names() -> None:
    bare = [{key: value for key, value in row.items() if key != "title"} for row in HOCKEY["contest"]]
    named = bare[0]["id"]
    second = {**bare[0], "id": "second"}
    document = {**HOCKEY, "contest": [*bare, second], "part": [{"contest": named, "id": "men"}]}
    assert sharing(document, named) == ["second"]
    assert contest_settings(document, named)


def with_lineup(document: Any) -> Any:
    """Ski in parts, its relay run by four."""
    eligibility = {"contest": {"relay": {"part": {"legs": {"teams": True, "lineup": {"least": 4, "most": 4}}}}}}
    part = {"contest": "relay", "id": "legs", "title": "Эстафета", "rules": "ski-ski"}
    row = {"id": "relay", "title": "Эстафеты", "rules": next(iter(document["rules"]))}
    part["rules"] = row["rules"]
    return {**document, "contest": [*document["contest"], row], "part": [part], "eligibility": eligibility}


def test_the_line_up_of_a_part_is_changed_like_any_other_number() -> None:
    document = with_lineup(SKI)
    told = shown(contest_settings(document, "relay"))
    fields = {one.words: one.name for one in contest_settings(document, "relay")}
    changed = with_contest(
        document,
        "relay",
        {
            fields["В составе команды не меньше (Эстафета)"]: "3",
            fields["Женщин в составе не меньше (Эстафета)"]: "1",
        },
    )
    assert told["В составе команды не больше (Эстафета)"] == "4"
    assert changed["eligibility"]["contest"]["relay"]["part"]["legs"]["lineup"] == {"least": 3, "most": 4, "women": 1}
