"""What a chief secretary does before anybody competes: makes the Games, names venues, sets hours, invites people."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tests.browser.hands import Hands


@dataclass(frozen=True)
class Invited:
    """`place`: a team or a contest as the list names it; "" where the role has none."""

    name: str
    role: str
    place: str = ""


SIGNING = {
    "f-chief": "Зимин А. А.",
    "f-chief_category": "СС1К",
    "f-chief_city": "Вологда",
    "f-secretary": "Ёлкина Т. В.",
    "f-secretary_category": "СС1К",
    "f-secretary_city": "Вологда",
}


def make_games(hands: Hands, title: str, sports: Iterable[str], teams: Iterable[str], invited: Sequence[str]) -> None:
    """The one form, from the desk of the union's office; it ends at the checklist."""
    hands.page.goto("/office")
    hands.follow("Новая Спартакиада")
    hands.type("Название", title)
    hands.tick("зимняя")
    hands.choose("Город проведения", "Вологда")
    hands.type("Первый день", "18.02.2027")
    hands.type("Последний день", "21.02.2027")
    for name in (*sports, *teams):
        hands.tick(name)
    hands.type("Приглашённые команды", "\n".join(invited))
    hands.type("День", "10.02.2027")
    hands.type("Час", "18:00")
    hands.type("Телефон секретариата", "8 (817) 200-00-01")
    hands.type("Председатель оргкомитета", "Морошкина О. П.")
    for name, text in SIGNING.items():
        hands.type_at(hands.page.locator(f"#{name}"), text)
    hands.press("Завести Спартакиаду")
    hands.page.wait_for_url("**/setup")


def name_venues(hands: Hands, venues: Iterable[Mapping[str, str]]) -> None:
    """From the checklist to the timetable; each venue by its fields."""
    hands.follow("Расписание")
    for venue in venues:
        form = hands.page.locator("form[action$='/timetable/venues']")
        for label, text in venue.items():
            hands.type_at(form.get_by_label(label, exact=True), text)
        hands.press("Добавить площадку")
        hands.page.get_by_text(f"Исправить: {venue['Название']}").wait_for()


def set_hours(hands: Hands, slots: Mapping[str, tuple[str, str, str]]) -> None:
    """Of each contest the day («» for the usual one), the hour and the venue; one button for all."""
    hands.follow("Заполнить всё сразу")
    for contest, (day, hour, venue) in slots.items():
        if day:
            hands.choose(f"День: {contest}", day)
        hands.type(f"Начало: {contest}", hour)
        hands.choose(f"Площадка: {contest}", venue)
    hands.press("Сохранить расписание")
    hands.page.wait_for_url("**/timetable")


def set_quotas(hands: Hands, quotas: Mapping[str, str]) -> None:
    hands.follow("Подготовка")
    for contest, quota in quotas.items():
        rules = hands.page.locator(f"#contest-{contest}")
        hands.click(rules.locator("summary"))
        hands.type_at(rules.locator("[name=set-conditions-quota]"), quota)
        hands.click(rules.get_by_role("button", name="Сохранить"))
        hands.page.wait_for_url(f"**/setup#contest-{contest}")


def invite(hands: Hands, people: Iterable[Invited]) -> dict[str, str]:
    """The link of each, as it is shown once."""
    hands.follow("Приглашения")
    links = {}
    for one in people:
        hands.type("Фамилия, имя, отчество", one.name)
        hands.type("Телефон", "+7 900 000-00-00")
        hands.choose("Кто это", one.role)
        if one.place:
            hands.choose("Команда или вид", one.place)
        hands.press("Пригласить")
        hands.page.get_by_role("rowheader", name=one.name).wait_for()
        links[one.name] = hands.page.locator("code").inner_text()
    return links


def open_entries(hands: Hands) -> None:
    hands.follow("Секретариат")
    hands.press("Открыть приём заявок")
    hands.page.get_by_text("идёт приём заявок").wait_for()
