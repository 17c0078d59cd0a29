"""Who and what is on the stage of the demo: teams, venues, the timetable, the staff."""

from spartakiad.accounts.actions import NewAccount
from spartakiad.accounts.roles import Role

SLUG = "demo"
TEAMS = (
    ("arkhangelsk", "Архангельск"),
    ("velikiy-novgorod", "Великий Новгород"),
    ("vologda", "Вологда"),
    ("ivanovo", "Иваново"),
    ("petrozavodsk", "Петрозаводск"),
    ("pskov", "Псков"),
    ("syktyvkar", "Сыктывкар"),
    ("cherepovets", "Череповец"),
)
VENUES = (
    ("Лыжная база «Снежинка»", "", "Лесная, 1"),
    ("Ледовый дворец", "", "Спортивная, 12"),
    ("Парк «Северный»", "Кириллов", "вход со стороны озера"),
    ("Дворец спорта «Волна»", "", "Спортивная, 14"),
)
SLOTS = (  # contest, moment of Moscow, which of the venues
    ("ski-women", "2026-02-20T10:00", 0),
    ("ski-men", "2026-02-20T12:30", 0),
    ("figure", "2026-02-20T17:00", 1),
    ("chess", "2026-02-20T10:00", 3),
    ("darts", "2026-02-20T14:00", 3),
    ("volleyball", "2026-02-20T12:00", 3),
    ("ski-relay", "2026-02-21T10:00", 0),
    ("hockey", "2026-02-21T10:00", 1),
    ("bandy", "2026-02-21T15:00", 1),
    ("trail", "2026-02-21T11:00", 2),
)
STAFF = (
    NewAccount("Демо: представитель команды Вологды", Role.CAPTAIN, SLUG, "vologda"),
    NewAccount("Демо: судья трейла", Role.JUDGE, SLUG, "", "trail"),
    NewAccount("Демо: главный судья трейла", Role.SPORT_CHIEF, SLUG, "", "trail"),
    NewAccount("Демо: главный секретарь", Role.CHIEF_SECRETARY, SLUG),
    NewAccount("Демо: главный судья Спартакиады", Role.CHIEF_JUDGE, SLUG),
    NewAccount("Демо: комиссия по допуску", Role.COMMISSION, SLUG),
    NewAccount("Демо: дирекция Союза", Role.OFFICE),
    NewAccount("Демо: администратор", Role.ADMIN),
)
