"""Events of 2024 against the union's report (`report-2024.txt`, its text as it was handed over)."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from spartakiad.union.events import Event
from spartakiad.union.facts import City, Quoted
from spartakiad.union.sources import Sources

NOT_EVENTS = [
    "Отчетный доклад",
    "О работе Союза городов Центра и Северо-Запада России",
    "в 2024 году.",
    "Уважаемые участники и гости Собрания!",
    "В течение отчетного года мероприятия Союза городов Центра и Северо-Запада России были посвящены рассмотрению "
    "актуальных вопросов деятельности и развития муниципальных образований.",
    "В отчетном году продолжилось проведение наших традиционных массовых мероприятий.",
    "Краткая информация о проведенных конференциях, заседаниях секций, круглых столов.",
    "Спасибо за внимание!",
]

REPORT = (Path(__file__).parent / "report-2024.txt").read_text(encoding="utf-8")


def year(facts: Sources) -> dict[str, Event]:
    """What the report is about; of other years the press tells."""
    return {slug: event for slug, event in facts.events.items() if event.when.year == 2024}


def paragraphs() -> list[str]:
    """The report's paragraphs, white space folded, without list dashes and the bookmark a word processor left."""
    unwrapped = re.sub(r"\n\t+(?=- )", " ", REPORT)
    lines = [" ".join(line.split()) for line in unwrapped.splitlines()]
    return [line.removeprefix("[bookmark: _Hlk190687101]").removeprefix("- ") for line in lines if line]


def quoted(facts: Sources) -> Iterator[Quoted]:
    yield from year(facts).values()
    yield from facts.holders.values()
    yield from (games.withdrawal for games in facts.games.values() if games.withdrawal)
    yield facts.union.mandate
    yield facts.union.partners


def quotations(facts: Sources) -> list[str]:
    return [paragraph for fact in quoted(facts) for paragraph in fact.quote]


def cities_told(event: Event) -> set[str]:
    outcomes = {city for outcome in event.outcomes for city in outcome.cities}
    people = {person.city for person in event.people if person.city}
    return {*event.cities, *outcomes, *people, *filter(None, [event.host])}


def cities_quoted(event: Event, facts: Sources) -> set[str]:
    def named(city: City) -> bool:
        forms = (city.title, city.of, city.where.partition(" ")[2])
        return any(re.search(rf"\b{re.escape(form)}\b", " ".join(event.quote)) for form in forms)

    return {slug for slug, city in facts.cities.items() if named(city)}


def test_every_quotation_is_a_paragraph_of_the_report_word_for_word(facts: Sources) -> None:
    assert set(quotations(facts)) - set(paragraphs()) == set()


def test_every_paragraph_of_the_report_is_quoted_or_known_to_be_no_event(facts: Sources) -> None:
    told = set(quotations(facts))
    assert [paragraph for paragraph in paragraphs() if paragraph not in told] == NOT_EVENTS


def test_festivals_stand_in_the_order_of_the_reports_list(facts: Sources) -> None:
    first = paragraphs().index("ледяных скульптур «Семья и Родина едины» - в Череповце;")
    festivals = [event.quote[1] for event in year(facts).values() if event.kind == "festival"]
    assert festivals == paragraphs()[first : first + 20]


def test_the_youth_section_lists_as_many_cities_as_it_counts(facts: Sources) -> None:
    assert len(facts.events["youth-section-2024"].cities) == 20


def test_events_of_each_kind_are_as_many_as_the_report_tells(facts: Sources) -> None:
    assert Counter(event.kind for event in year(facts).values()) == {
        "assembly": 1,
        "round_table": 2,
        "spartakiad": 1,
        "contest": 1,
        "conference": 5,
        "section": 5,
        "exchange": 5,
        "festival": 20,
    }


def test_a_festival_is_quoted_with_the_sentence_that_opens_the_list(facts: Sources) -> None:
    assert facts.events["sinyaya-ptitsa-2024"].quote == (
        "При поддержке Союза городов Центра и Северо-Запада России в городах союза проведены фестивали, выставки, "
        "конкурсы:",
        "юных художников «Синяя птица» - в Котласе;",
    )


def test_a_quotation_split_over_two_lines_of_the_report_is_whole(facts: Sources) -> None:
    assert facts.events["vse-narody-v-gosti-k-nam-2024"].quote[1].endswith("- в Великом Новгороде;")


def test_exchanges_have_the_numbers_of_cities_of_the_report(facts: Sources) -> None:
    exchanges = [event for event in year(facts).values() if event.kind == "exchange"]
    assert [event.municipalities and event.municipalities.count for event in exchanges] == [19, 23, 25, 22, 19]


def test_cities_of_an_event_are_named_in_its_quotation(facts: Sources) -> None:
    absent = {event.slug: cities_told(event) - cities_quoted(event, facts) for event in year(facts).values()}
    assert {slug: cities for slug, cities in absent.items() if cities} == {}


def test_no_city_of_a_quotation_is_left_out_but_of_those_who_only_spoke(facts: Sources) -> None:
    left = {event.slug: cities_quoted(event, facts) - cities_told(event) for event in year(facts).values()}
    assert {slug: cities for slug, cities in left.items() if cities} == {
        "initiative-budgeting-round-table-2024": {"moskva", "sankt-peterburg", "perm"}
    }


def test_people_of_an_event_are_named_in_its_quotation(facts: Sources) -> None:
    strangers = [
        person.name
        for event in year(facts).values()
        for person in event.people
        if person.name not in " ".join(event.quote)
    ]
    assert strangers == []


def test_posts_are_in_the_words_of_the_report(facts: Sources) -> None:
    posts = {person.post for event in year(facts).values() for person in event.people if person.post}
    posts |= {officer.post for officer in facts.union.people}
    report = " ".join(paragraphs()).lower()
    assert sorted(post for post in posts if post.lower() not in report) == []


def test_themes_are_in_the_words_of_the_report(facts: Sources) -> None:
    themes = {event.slug: event.theme for event in year(facts).values() if event.theme and event.kind != "exchange"}
    quotes = {slug: " ".join(facts.events[slug].quote) for slug in themes}
    assert [slug for slug, theme in themes.items() if theme not in quotes[slug]] == []


def test_counted_people_and_municipalities_are_numbers_of_the_quotation(facts: Sources) -> None:
    counts = [
        (event.slug, count.count, " ".join(event.quote))
        for event in year(facts).values()
        for count in (event.participants, event.municipalities)
        if count
    ]
    in_words = {400: "около четырехсот"}
    assert [slug for slug, count, quote in counts if in_words.get(count, str(count)) not in quote] == []


def test_cities_connected_by_video_are_told_apart(facts: Sources) -> None:
    assert facts.events["smart-city-conference-2024"].online == ("arkhangelsk", "smolensk", "suzdal")


def test_only_the_forum_and_the_days_of_the_spartakiad_are_dated(facts: Sources) -> None:
    dated = [slug for slug, event in year(facts).items() if event.when.month or event.when.start]
    assert dated == ["small-towns-round-table-2024", "winter-spartakiad-2024", "sport-section-first-2024"]


def test_only_the_place_of_the_ecology_conference_is_inferred(facts: Sources) -> None:
    assert [slug for slug, event in year(facts).items() if event.inferred] == ["ecology-conference-2024"]


def test_the_first_sitting_of_the_sport_section_decided_on_the_next_hosts(facts: Sources) -> None:
    outcomes = facts.events["sport-section-first-2024"].outcomes
    assert [(outcome.kind, outcome.cities, outcome.games) for outcome in outcomes] == [
        ("decision", ("velikiy-novgorod",), "summer-2025"),
        ("decision", ("syktyvkar",), "winter-2026"),
        ("withdrawal", ("velikiy-novgorod",), "summer-2025"),
    ]


def test_members_are_the_cities_that_the_report_counts_among_the_union(facts: Sources) -> None:
    festivals = {event.host for event in year(facts).values() if event.kind == "festival"}
    members = {slug for slug, city in facts.cities.items() if city.member}
    assert members == {*facts.events["youth-section-2024"].cities, *festivals}
