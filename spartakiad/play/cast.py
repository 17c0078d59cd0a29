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
VENUES = (  # title, town, address; who answers there and his telephone, all invented
    ("Лыжная база «Снежинка»", "", "Лесная, 1", "Сторожев П. А.", "+7 000 000-00-11"),
    ("Ледовый дворец", "", "Спортивная, 12", "Льдинкин И. И.", "+7 000 000-00-12"),
    ("Парк «Северный»", "Кириллов", "вход со стороны озера", "Аллеев С. С.", "+7 000 000-00-13"),
    ("Дворец спорта «Волна»", "", "Спортивная, 14", "Волнова Н. Н.", "+7 000 000-00-14"),
)
SLOTS = (  # contest, moment of Moscow, which of the venues
    ("ski-women", "2026-02-20T10:00", 0),
    ("ski-men", "2026-02-20T12:30", 0),
    ("figure", "2026-02-20T17:00", 1),
    ("chess", "2026-02-20T10:00", 3),
    ("darts", "2026-02-21T13:00", 3),
    ("volleyball", "2026-02-20T12:00", 3),
    ("ski-relay", "2026-02-21T10:00", 0),
    ("hockey", "2026-02-21T10:00", 1),
    ("bandy", "2026-02-21T15:00", 1),
    ("trail", "2026-02-21T11:00", 2),
)
UNTIL = "2026-02-19T18:00"
SIGNED = (  # all invented, as is the telephone
    ("chair", "Морошкина О. П."),
    ("chief", "Зимин А. А."),
    ("chief_category", "СС1К"),
    ("chief_city", "Вологда"),
    ("secretary", "Ёлкина Т. В."),
    ("secretary_category", "СС1К"),
    ("secretary_city", "Вологда"),
    ("phone", "+7 000 000-00-01"),
)
_TRACK = (("track", "перепад 42 м, круг 2,5 км"), ("weather", "−11 °C, снег −9 °C, ясно"), ("start_kind", "раздельный"))
_SKIING = (
    ("style", "свободный"),
    ("chief", "Лыжин К. С."),
    ("chief_category", "СС2К"),
    ("chief_city", "Череповец"),
    ("secretary", "Снегова М. Д."),
    ("secretary_category", "СС3К"),
    ("secretary_city", "Вологда"),
)
_ICE = (
    ("chief", "Коньков В. Ю."),
    ("chief_category", "СС1К"),
    ("chief_city", "Ярославль"),
    ("secretary", "Льдова Е. И."),
    ("secretary_category", "СС2К"),
    ("secretary_city", "Вологда"),
)
CARDS = (  # contest, number of judges, what its headers say
    ("ski-women", 9, (("distance", "5 км"), ("started", "10:00"), ("ended", "10:50"), *_TRACK, *_SKIING)),
    ("ski-men", 9, (("distance", "10 км"), ("started", "12:30"), ("ended", "13:40"), *_TRACK, *_SKIING)),
    ("ski-relay", 11, (("distance", "4 × 3 км"), *_SKIING)),
    ("figure", 7, (("started", "17:00"), *_ICE)),
    ("hockey", 4, _ICE),
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
    NewAccount("Демо: оператор секретариата", Role.OPERATOR, SLUG),
    NewAccount("Демо: секретарь вида (трейл)", Role.SPORT_SECRETARY, SLUG, "", "trail"),
    NewAccount("Демо: тренер Вологды (трейл)", Role.COACH, SLUG, "vologda", "trail"),
)
