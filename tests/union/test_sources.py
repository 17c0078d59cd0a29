"""Reading the files of facts: names and dates in them, and what is refused."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from spartakiad.union.facts import When
from spartakiad.union.sources import Sources, SourcesError, read_sources


def test_every_city_takes_part_in_something(facts: Sources, folder: Path) -> None:
    told = "".join((folder / name).read_text(encoding="utf-8") for name in ("events-2024.toml", "games.toml"))
    assert [slug for slug in facts.cities if f'"{slug}"' not in told] == []


def test_every_source_is_named_by_a_fact(facts: Sources, folder: Path) -> None:
    told = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.toml") if path.name != "sources.toml")
    assert [slug for slug in facts.sources if f'"{slug}"' not in told] == []


@pytest.mark.parametrize(
    ("slug", "where", "of"),
    [
        ("vladimir", "во Владимире", "Владимира"),
        ("ivanovo", "в Иванове", "Иванова"),
        ("borovichi", "в Боровичах", "Боровичей"),
        ("staraya-russa", "в Старой Руссе", "Старой Руссы"),
        ("ulan-ude", "в Улан-Удэ", "Улан-Удэ"),
        ("shuya", "в Шуе", "Шуи"),
    ],
)
def test_a_citys_name_is_declined(facts: Sources, slug: str, where: str, of: str) -> None:
    assert (facts.cities[slug].where, facts.cities[slug].of) == (where, of)


@pytest.mark.parametrize(
    ("when", "span"),
    [
        (When(year=2024), (date(2024, 1, 1), date(2024, 12, 31))),
        (When(year=2024, month=2), (date(2024, 2, 1), date(2024, 2, 29))),
        (When(year=2024, month=12), (date(2024, 12, 1), date(2024, 12, 31))),
        (When(year=2021, start=date(2021, 8, 27)), (date(2021, 8, 27), date(2021, 8, 27))),
        (When(says="1–2 марта, год не назван"), None),
    ],
)
def test_a_date_spans_all_the_days_it_may_mean(when: When, span: tuple[date, date] | None) -> None:
    assert when.span == span


def test_a_day_somewhere_within_other_days_is_not_exact(facts: Sources) -> None:
    assert [slug for slug, event in facts.events.items() if event.when.exact and slug.endswith("-2024")] == [
        "winter-spartakiad-2024"
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (
            "events-2024.toml",
            'host = "arkhangelsk"',
            'host = "gorod-n"',
            "events-2024.toml: event.assembly-2024.host: Value error, no city has the slug 'gorod-n'",
        ),
        (
            "cup.toml",
            'games = "winter-2024"',
            'games = "winter-1924"',
            "cup.toml: holding.0.games: Value error, no games has the slug 'winter-1924'",
        ),
        (
            "games.toml",
            '[games.withdrawal]\ncity = "velikiy-novgorod"',
            '[games.withdrawal]\ncity = "vologda"',
            "games.toml: games.summer-2025: Value error, the city that withdrew is a host",
        ),
        (
            "games.toml",
            'slug = "summer-2013"',
            'slug = "summer-2012"',
            "games.toml: two entries have the slug 'summer-2012'",
        ),
        (
            "union.toml",
            'short = "СГЦСЗР"',
            'shirt = "СГЦСЗР"\nshort = "СГЦСЗР"',
            "union.toml: union.shirt: Extra inputs are not permitted",
        ),
        (
            "events-2024.toml",
            "start = 2024-02-01, end = 2024-02-04, within",
            "start = 2024-02-02, end = 2024-02-04, within",
            "events-2024.toml: sport-section-first-2024.when: not the days of winter-2024",
        ),
        (
            "events-2024.toml",
            "year = 2024\n\n[lead]",
            "year = 2023\n\n[lead]",
            "events-2024.toml: small-towns-round-table-2024.when: not in 2023",
        ),
        (
            "events-2024.toml",
            'online = ["arkhangelsk"',
            'online = ["tver"',
            "events-2024.toml: event.smart-city-conference-2024: Value error, online or speaking, but",
        ),
        ("cities.toml", "[[city]]", "[[city]", "cities.toml: Expected ']]' at the end of an array declaration"),
    ],
)
def test_a_wrong_file_is_refused_with_its_name_and_key(
    folder: Path, tmp_path: Path, file: str, old: str, new: str, message: str
) -> None:
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    text = (tmp_path / file).read_text(encoding="utf-8")
    (tmp_path / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(SourcesError) as refused:
        read_sources(tmp_path)
    assert str(refused.value).startswith(message)


def test_a_missing_file_is_refused_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(SourcesError, match=r"^sources\.toml: "):
        read_sources(tmp_path)
