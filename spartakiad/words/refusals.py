"""A sentence for every refusal: what, where, why by which clause, what to do next."""

from collections.abc import Callable, Mapping
from typing import Any

from spartakiad.errors import Refusal
from spartakiad.words import states
from spartakiad.words.ages import born_words
from spartakiad.words.calendar_refusals import CALENDAR
from spartakiad.words.card_refusals import CARDS
from spartakiad.words.ceremony_refusals import CEREMONY
from spartakiad.words.dates import day_of
from spartakiad.words.entry_refusals import ENTRIES
from spartakiad.words.fields import TITLES
from spartakiad.words.files import ROWS
from spartakiad.words.hall import REFUSED as HALL
from spartakiad.words.quotas import OF, OVER, role_words
from spartakiad.words.ranks import ranks_words
from spartakiad.words.readings import mark_sentence
from spartakiad.words.refusals_starts import STARTS
from spartakiad.words.regulation import problem_sentence
from spartakiad.words.result_refusals import RESULTS
from spartakiad.words.sheets import REFUSED as SHEETS
from spartakiad.words.stages import line_words, unit_words
from spartakiad.words.weights import category_words, weight_words

SENTENCES: Mapping[str, str] = {
    **CARDS,
    **CEREMONY,
    **SHEETS,
    **HALL,
    "not_found": "Такой страницы нет, или она не для вашей роли. Проверьте адрес или вернитесь на главную.",
    "not_allowed": "Ваша роль этого не позволяет. Обратитесь в секретариат, если это должны делать вы.",
    "form_expired": "Страница открыта слишком давно или в другом входе. Обновите её и отправьте форму ещё раз.",
    "foreign_origin": "Запрос пришёл с чужой страницы и не выполнен. Откройте форму на этом сайте.",
    "invitation_void": "Ссылка уже использована, отозвана или её срок истёк. Попросите в секретариате новую.",
    "key_reused": "Эта форма уже была отправлена с другими данными. Обновите страницу и проверьте, что записано.",
    "stale": "Пока вы заполняли форму, данные изменились. Обновите страницу и повторите.",
    **RESULTS,
    "scope_too_narrow": "{title}: этой роли здесь ничего не указывают. Оставьте поле пустым.",
    "already_listed": "Снять с заявки нельзя: участник уже в стартовых протоколах ({contests}). "
    "Договоритесь о замене с главным секретарём.",
    "bad_time": "{title}: наберите часы и минуты, например 11:00.",
    "day_outside": "{title}: Спартакиада идёт {days}. Выберите день из этих.",
    **CALENDAR,
    "nothing_to_shift": "На этой площадке с этого времени ничего не назначено. Проверьте площадку и время.",
    "nothing_to_move": "«{venue}»: переносить оттуда нечего. Проверьте площадку и день.",
    "same_venue": "{title}: это та же площадка. Выберите другую.",
    "venue_known": "Площадка «{venue}» уже есть. Исправьте её в списке ниже или назовите новую иначе.",
    "days_out_of_order": "Последний день – не раньше первого и не позже чем через {most} дней. Проверьте даты.",
    "contest_has_protest": "Убрать вид нельзя: по нему подан протест. Решите протест и отмените вид решением.",
    "contest_has_entries": "Убрать вид нельзя: в нём уже есть заявки. Снимите их или отмените вид решением.",
    "wrong_state": "Сейчас этого сделать нельзя: состояние – «{state}». Обновите страницу: возможно, это уже сделано.",
    "contest_closed": "«{contest}»: приём результатов закрыт, состояние – «{state}». "
    "Если есть ошибка, главный судья вида возвращает протокол в работу.",
    "unknown_team": "В этом виде выступает команда целиком. Отметьте участие команды.",
    "already_in_delegation": "Этот человек уже есть в вашей заявке. Проверьте список: второй раз добавлять не нужно.",
    "person_in_other_team": "Этот человек уже заявлен за команду «{team}». "
    "Если он переходит к вам, пусть та команда снимет его с заявки.",
    **ENTRIES,
    "late_entry": "Срок заявок прошёл. Замените участника или попросите главного секретаря разрешить дозаявку.",
    "replaced_has_results": "Заменить нельзя: у участника уже есть результаты ({contests}).",
    "paper_outdated": "На бумаге редакция {revision}, а подана уже редакция {current}. Попросите новую бумагу.",
    "limit_outside": "{title}: от {least} до {most}; пусто – без ограничения.",
    "permission_past": "Этот час уже прошёл. До какого часа команда может добавлять участников?",
    "joint_cities": "Сборная – это два города или больше. Отметьте, из каких она.",
    "city_needed": "{title}: команда сборная. Назовите, из какого города участник: {cities}.",
    "both_compete": "Соединить нельзя: в одной Спартакиаде заявлены оба – {who}. Сначала снимите или замените одного.",
    "same_unsaid": "Похожий человек уже записан. Выберите: тот же это человек или другой.",
    "pair_decided": "О них уже решено, или запись изменилась. Обновите страницу.",
    "no_changes": "Печатать нечего: с принятого оригинала заявки ничего не изменилось, или оригинал ещё не принят.",
    "permission_gone": "Отзывать нечего: разрешения на дозаявку нет, или его час уже прошёл. Обновите страницу.",
    "condition_past": "Этот час уже прошёл. Назовите тот, до которого ждать документа.",
    "condition_lapsed": "Истёк условный допуск: {athletes}. Сначала решите о каждом на странице «Допуск»: "
    "допустить, отказать или продлить.",
    "decided_meanwhile": "Пока страница была открыта, о № {athlete} решила другая комиссия: {state}. Её отметки теперь "
    "стоят рядом с вашими. Если решение всё же ваше, нажмите «Записать» ещё раз.",
    "entries_closed": "Приём заявок закрыт. Об изменениях договоритесь с главным секретарём.",
    "closing_unsure": "Завершённую Спартакиаду открывают снова только решением. Посмотрите, что из этого следует.",
    "delegation_empty": "В заявке нет ни одного участника. Добавьте хотя бы одного.",
    "not_entered": "№ {entrant} не заявлен в вид «{contest}». Проверьте номер по стартовому протоколу.",
    "photo_needed": "Приложите снимок протокола: фотографию или скан не больше 10 мегабайт.",
    "photo_too_large": "Снимок больше {megabytes} МБ, ничего не записано. Снимите ещё раз с обычным качеством.",
    "photo_heic": "Снимок в формате {format} открыть нельзя. В настройках камеры выберите «Наиболее совместимый» "
    "и снимите ещё раз, или приложите скан.",
    "photo_broken": "Снимок не открывается: файл повреждён. Сфотографируйте протокол ещё раз.",
    "photo_too_fine": "Снимок слишком подробный: больше {limit} млн точек. Снимите ещё раз с обычным качеством.",
    "counts_needed": "Напишите, сколько лучших видов и из скольких считать теперь: программа этого не выбирает.",
    "counts_torn": "Лучших видов не бывает больше, чем видов всего. Проверьте оба числа.",
    "places_needed": "Впишите места хотя бы одной команды.",
    "places_torn": "Места идут не подряд: {place} лишнее. Сверьте с бумагой; после двух первых идёт третье.",
    "protest_open": "«{contest}»: протест ещё не рассмотрен. Официальным результат станет после решения по нему.",
    "protest_decided": "По протесту № {number} решение уже принято. Обновите страницу.",
    "clause_needed": "Укажите пункт положения, по которому отказано.",
    "reason_needed": "Напишите причину: её увидит тот, кого это касается.",
    "mark_unreadable": "{says}",
    "mark_implausible": "{says} Если всё верно, отметьте «так и есть» и сохраните ещё раз.",
    "regulation_broken": "{says}",
    "cup_not_computable": "Кубок присудить ещё нельзя. {why}",
    "cup_not_tied": "Первое место уже не делят эти команды: результаты изменились. Обновите страницу.",
    "cup_not_confirmed": "Вручать ещё нечего: победителя подтверждает главный судья Спартакиады.",
    "reservation_unsaid": "Есть нерешённое, оно названо выше. Отметьте, что подтверждаете с оговоркой, или решите его.",
    "cup_other_winner": "Пока страница была открыта, победитель изменился: теперь это «{winner}». Обновите страницу.",
    "nobody_before": "О прошлых составах этого города ничего не записано. Вставьте таблицу или внесите людей.",
    "games_over": "Спартакиада завершена: её положение уже не меняют.",
    "official_rules": "{contest}: результат официальный, правила вида уже не меняют. Ошибку исправляет протест.",
    "drawn_rules": "{contest}: игры уже разыграны, группы и сетку не меняют. Сначала верните вид к жеребьёвке.",
    "marks_would_break": "{contest}, {who}: введённый результат при таких правилах не читается. Исправьте число.",
    "decision_would_break": (
        "Подписанное решение говорит о том, кого в таком подсчёте нет: не допущен, снят или места взяты из бумаги. "
        "Отмените то решение или выберите другое."
    ),
    "team_too_late": "{team}: результаты уже есть, новая команда изменила бы очки всех. Её принимают до начала.",
    "regulation_moved": "Пока страница была открыта, положение изменил кто-то другой. Обновите её и внесите ещё раз.",
    "admission_official": "{contest}: результат официальный. Допуск меняют решением по протесту, а не здесь.",
    "day_ahead": "{title}: этот день ещё не наступил. Проверьте число и год.",
    "parent_needed": "№ {who}: нет 18 лет. Впишите, кто из родителей или законных представителей подписал бумагу.",
    "chair_needed": "Назовите председателя оргкомитета, который подписывает решение.",
    "document_needed": "Назовите документ: протокол или решение, его номер и дату.",
    "required": "{title}: заполните.",
    "choice_needed": "{title}: выберите.{options_words}",
    "too_long": "{title}: знаков {length}, а можно не больше {limit}. Сократите.",
    "bad_date": "{title}: не понять. Напишите так: {example}.",
    "no_such_day": "{title}: дня {typed} не бывает. Проверьте число и месяц.",
    "bad_choice": "{title}: такого варианта нет.{options_words}",
    "bad_number": "{title}: нужно целое число цифрами 0–9.",
    "bad_amount": "{title}: нужно число – 2, 0,5 или 1/3.{options_words}",
    "out_of_bounds": "{title}: можно от {least} до {most}.",
    "bad_slug": "{title}: строчные латинские буквы, цифры и дефисы, первая – буква, не больше 40 знаков. "
    "Например, {example}.",
    "bad_text": "{title}: знак «{wrong}» здесь не годится. Нужны буквы, дефис, апостроф или пробел.",
    "mixed_alphabets": "{title}: в слове «{word}» буква «{letter}» латинская. Наберите слово русскими буквами.",
    "future_birth": "{title}: эта дата ещё не наступила. Проверьте год.",
    "too_old_birth": "{title}: получается больше {limit} лет. Проверьте год: нужны четыре цифры.",
    "twice_in_table": "Этот человек уже есть выше в таблице. Снимите отметку с одной из строк.",
    "bad_uin": "{title}: нужны 11 цифр, как 24-44-0012345, а здесь «{typed}». Проверьте номер.",
    "uin_of_other": "{title}: этот номер уже записан за другим человеком. Сверьте номер, фамилию и дату рождения.",
    "identifier_needed": "{title}{by_clause}: без него в заявку не внести. Впишите номер.",
    "file_empty": "Файл пуст или в нём нет ни одной заполненной строки. Выберите другой файл.",
    "file_too_big": "Файл больше {megabytes} МБ. Оставьте в нём только таблицу заявки и пришлите ещё раз.",
    "file_too_many_rows": "В таблице {rows} строк, а читается не больше {limit}. Оставьте только строки заявки.",
    "file_too_many_columns": "В таблице {columns} столбцов, а можно {limit}. Оставьте столбцы заявки.",
    "file_bomb": "Файл устроен необычно, читать его небезопасно. Откройте его, сохраните заново и пришлите.",
    "file_broken": "Файл повреждён или записан не до конца. Откройте его, сохраните заново и пришлите.",
    "file_locked": "Файл закрыт паролем. Снимите пароль и пришлите ещё раз.",
    "file_pdf": "Это PDF, таблицу из него не прочитать. Нужен файл Excel, Word или CSV; или вставьте строки в поле.",
    "file_unknown": "Такой файл не читается. Нужен файл Excel, Word, ODS или CSV; или вставьте строки в поле.",
    "file_without_table": "В файле нет таблицы. Нужен список участников таблицей; или вставьте строки в поле.",
    "table_unreadable": "В тексте не нашлось таблицы. Скопируйте в Excel строки целиком и вставьте их сюда.",
    "table_too_large": "Слишком много строк: {rows}, а за один раз можно {limit}. Вставьте по частям.",
    "table_in_parts": "В таблице {rows} человек, а за один раз записывают не больше {limit}. Ниже первые {shown}: "
    "добавьте их, остальных вставьте по частям.",
    "table_has_errors": "Ничего не записано: исправьте отмеченные ячейки и отправьте ещё раз.",
    **ROWS,
    **STARTS,
    "storage_busy": "Запись сейчас занята. Ничего не потеряно: подождите несколько секунд и отправьте ещё раз.",
}

_HTTP: Mapping[int, tuple[str, str]] = {
    400: ("Запрос не разобран", "Обновите страницу и попробуйте ещё раз."),
    403: ("Сюда вам нельзя", "Обратитесь в секретариат, если это ваша работа."),
    404: ("Страница не найдена", "Такой страницы нет. Проверьте адрес или начните с главной."),
    405: (
        "Так не делается",
        "Этот адрес открывают обычной ссылкой или формой. Вернитесь на страницу и попробуйте ещё раз.",
    ),
    409: ("Данные уже изменились", "Обновите страницу и проверьте, что записано."),
    410: ("Файл закрыт", "Вернитесь к списку редакций."),
    413: ("Слишком много данных", "Ничего не записано. Разделите их на части и отправьте по очереди."),
    422: ("Проверьте, что введено", "Вернитесь к форме и исправьте отмеченное."),
    500: (
        "Ошибка на нашей стороне",
        "Ничего не записано. Попробуйте ещё раз; если не помогло, позвоните в секретариат.",
    ),
    503: ("Запись занята", "Подождите несколько секунд и попробуйте ещё раз."),
}
_SEXES = {"f": "женщин", "m": "мужчин"}


def sentence(refusal: Refusal) -> str:
    """The sentence of a refusal, ready to be shown as it is."""
    args = dict(refusal.args_for_words)
    return SENTENCES[refusal.kind].format_map(_worded(refusal, args))


def heading(status: int) -> str:
    return _HTTP.get(status, _HTTP[400 if status < 500 else 500])[0]


def http_sentence(status: int) -> str:
    return _HTTP.get(status, _HTTP[400 if status < 500 else 500])[1]


def _worded(refusal: Refusal, args: dict[str, object]) -> dict[str, object]:
    worded = {key: ", ".join(map(str, value)) if isinstance(value, list) else value for key, value in args.items()}
    worded["title"] = args.get("label") or _title(refusal.field or "")
    worded["by_clause"] = f" (п. {args['clause']} положения)" if args.get("clause") else ""
    worded["options_words"] = f" Можно: {args['options']}." if args.get("options") else ""
    units = args.get("units")
    if isinstance(units, list):
        worded["units"] = ", ".join(unit_words(str(unit)) for unit in units)
    worded |= {name: said(args[name]) for name, said in _SAID.items() if name in args}
    if refusal.kind in ("mark_unreadable", "mark_implausible"):
        worded["says"] = mark_sentence(str(args["reading"]), args)
    if refusal.kind == "regulation_broken":
        worded["says"] = problem_sentence(str(args["problem"]), str(args["path"]), args)
    if refusal.kind == "cup_not_computable":
        worded["why"] = _why_not(args)
    return worded


def _title(field: str) -> str:
    """Of a field, or of one of its rows: at_time-ski."""
    return TITLES.get(field) or TITLES.get(field.partition("-")[0], "Поле")


def _state(state: str) -> str:
    for of in ("contest", "games", "delegation", "admission"):
        try:
            return states.words(state, of)
        except KeyError:
            continue
    return state


_SAID: Mapping[str, Callable[[Any], str]] = {
    "born": born_words,
    "sex": _SEXES.__getitem__,
    "counted": OF.__getitem__,
    "over": OVER.__getitem__,
    "role": role_words,
    "ranks": lambda told: ranks_words(**told),
    "state": _state,
    "category": category_words,
    "weight": weight_words,
    **dict.fromkeys(("saw", "is_now"), line_words),
    "ends_on": day_of,
    "holds_to": day_of,
}


def _why_not(args: Mapping[str, object]) -> str:
    missing, tied = args.get("missing"), args.get("tied")
    if isinstance(missing, list) and missing:
        return "Ещё не официальны: " + ", ".join(map(str, missing)) + "."
    if isinstance(tied, list) and tied:
        return "Первое место разделено, и положение его не разводит: нужно решение организаторов."
    return "Положение не говорит, по какому зачёту он присуждается."
