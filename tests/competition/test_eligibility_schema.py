"""[eligibility] as data: the schema beside the regulations and the check of the application say the same."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from spartakiad.competition.eligibility import check_eligibility
from spartakiad.errors import Refusal

FIXTURES = Path(__file__).parents[2] / "fixtures"
SCHEMA = json.loads((FIXTURES / "schemas" / "eligibility.json").read_text(encoding="utf-8"))
GOOD: list[dict[str, Any]] = [
    {},
    {"identifiers": []},
    {"identifiers": ["uin_gto"], "clause": "4.6"},
    {"documents": [{"id": "medical", "title": "Допуск врача", "to_the_end": True, "clause": "4.5"}]},
    {"documents": [{"id": "policy", "title": "Страховка", "to_the_start": True, "to_the_end": False}]},
    {"limits": {"athletes": 40, "contests": 3, "clause": "4.1"}},
    {"residence": {"how": ["registered", "works"], "since": "2026-09-01", "clause": "4.4"}},
    {"residence": {"how": ["lives"]}},
    {"joint": {"counts": "shares", "clause": "3.4"}},
    {"joint": {}},
    {"contest": {"ski": {"sex": "f", "quota": 4, "clause": "4.2"}}},
    {"contest": {"ski": {"age_from": 18, "age_on": "2026-12-31", "part": {"old": {"born_to": "1986-12-31"}}}}},
    {"contest": {"ski": {"part": {"old": {"teams": True, "clause": "4.2"}}}}},
    {"contest": {"ski": {"rank_from": "б/р", "rank_to": "КМС"}}},
    {"contest": {"ski": {"part": {"old": {"teams": False, "quota": 2}}}}},
    {"contest": {"ski": {"quota_reserves": 0, "lineup": {"most": 4, "reserves": 2}}}},
    {"contest": {"ski": {"weighed": True}}},
    {"contest": {"ski": {"weights_men": ["73", "85", "+85"], "part": {"old": {"sex": "m", "weight": "85"}}}}},
    {"contest": {"ski": {"quota_women": 4, "quota_men": 4, "quota_personal": 0, "quota_guests": 1}}},
    {"contest": {"ski": {"lineup": {"least": 4, "most": 4, "women": 2, "men": 2}}}},
    {"contest": {"ski": {"part": {"old": {"teams": True, "lineup": {"most": 12}}}}}},
]
BAD: list[dict[str, Any]] = [
    {"identifier": ["uin_gto"]},
    {"identifiers": "uin_gto"},
    {"identifiers": ["uin"]},
    {"identifiers": [["uin_gto"]]},
    {"identifiers": [1]},
    {"clause": 4},
    {"documents": "medical"},
    {"documents": [{"id": "medical"}]},
    {"documents": [{"id": "Врач", "title": "Допуск врача"}]},
    {"documents": [{"id": "medical", "title": " "}]},
    {"documents": [{"id": "medical", "title": "Допуск врача", "to_the_end": 1}]},
    {"documents": [{"id": "policy", "title": "Страховка", "to_the_start": "yes"}]},
    {"documents": [{"id": "policy", "title": "Страховка", "to_the_start": True, "to_the_end": True}]},
    {"documents": [{"id": "medical", "title": "Допуск врача", "valid": True}]},
    {"documents": [{"id": f"d{number}", "title": "Документ"} for number in range(9)]},
    {"limits": {"athletes": 0}},
    {"joint": []},
    {"joint": {"counts": "half"}},
    {"joint": {"counts": "own", "teams": 2}},
    {"residence": []},
    {"residence": {"how": []}},
    {"residence": {"since": "2026-09-01"}},
    {"residence": {"how": ["born"]}},
    {"residence": {"how": "lives"}},
    {"residence": {"how": ["lives", "lives"]}},
    {"residence": {"how": ["lives"], "since": "01.09.2026"}},
    {"residence": {"how": ["lives"], "until": "2026-09-01"}},
    {"documents": [{"id": "residence", "title": "Прописка"}]},
    {"contest": {"ski": {"lineup": {"most": 41}}}},
    {"contest": {"ski": {"lineup": {"legs": 4}}}},
    {"contest": {"ski": {"part": {"old": {"lineup": {"most": 4}}}}}},
    {"limits": {"contests": 1.5}},
    {"limits": {"sports": 1}},
    {"contest": {"ski": {"sex": "x"}}},
    {"contest": {"ski": {"quota": 0}}},
    {"contest": {"ski": {"quota": 1.5}}},
    {"contest": {"ski": {"rank_from": "1 разряд"}}},
    {"contest": {"ski": {"quota_women": 0}}},
    {"contest": {"ski": {"weighed": "да"}}},
    {"contest": {"ski": {"weights_men": []}}},
    {"contest": {"ski": {"weights_men": ["73", "73"]}}},
    {"contest": {"ski": {"weights_men": ["до 73"]}}},
    {"contest": {"ski": {"part": {"old": {"weights_men": ["85"]}}}}},
    {"contest": {"ski": {"quota_guests": -1}}},
    {"contest": {"ski": {"quota_team": 1}}},
    {"contest": {"ski": {"age_from": 18}}},
    {"contest": {"ski": {"born_from": "01.01.1990"}}},
    {"contest": {"ski": {"identifiers": ["uin_gto"]}}},
    {"contest": {"ski": {"part": {"old": {"teams": True, "quota": 2}}}}},
    {"contest": {"ski": {"part": {"old": {"age": 3}}}}},
]


def taken(section: dict[str, Any]) -> bool:
    document = {"contest": [{"id": "ski"}], "part": [{"id": "old", "contest": "ski"}], "eligibility": section}
    try:
        check_eligibility(document)
    except Refusal:
        return False
    return True


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("section", GOOD, ids=str)
def test_what_is_good_for_one_is_good_for_the_other(section: dict[str, Any]) -> None:
    assert (taken(section), Draft202012Validator(SCHEMA).is_valid(section)) == (True, True)


@pytest.mark.parametrize("section", BAD, ids=str)
def test_what_is_bad_for_one_is_bad_for_the_other(section: dict[str, Any]) -> None:
    assert (taken(section), Draft202012Validator(SCHEMA).is_valid(section)) == (False, False)


@pytest.mark.parametrize("path", sorted((FIXTURES / "regulations").glob("*.toml")), ids=lambda path: path.stem)
def test_it_allows_every_regulation_that_is_shipped(path: Path) -> None:
    document = tomllib.loads(path.read_text(encoding="utf-8"))
    Draft202012Validator(SCHEMA).validate(document.get("eligibility", {}))


def test_a_mistyped_number_is_named_with_the_nearest_known() -> None:
    with pytest.raises(Refusal) as refused:
        check_eligibility({"eligibility": {"identifiers": ["uin_gtoo"]}})
    assert (refused.value.args_for_words["id"], refused.value.args_for_words["nearest"]) == ("uin_gtoo", "uin_gto")
