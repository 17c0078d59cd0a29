"""A sentence for every refusal: what, where, why by which clause, what to do next."""

from collections.abc import Mapping

from spartakiad.errors import Refusal
from spartakiad.words import states
from spartakiad.words.ages import born_words
from spartakiad.words.fields import TITLES
from spartakiad.words.readings import mark_sentence
from spartakiad.words.regulation import problem_sentence

SENTENCES: Mapping[str, str] = {
    "not_found": "Такой страницы нет, или она не для вашей роли. Проверьте адрес или вернитесь на главную.",
    "not_allowed": "Ваша роль этого не позволяет. Обратитесь в секретариат, если это должны делать вы.",
    "form_expired": "Страница открыта слишком давно или в другом входе. Обновите её и отправьте форму ещё раз.",
    "foreign_origin": "Запрос пришёл с чужой страницы и не выполнен. Откройте форму на этом сайте.",
    "invitation_void": "Ссылка уже использована, отозвана или её срок истёк. Попросите в секретариате новую.",
    "key_reused": "Эта форма уже была отправлена с другими данными. Обновите страницу и проверьте, что записано.",
    "stale": "Пока вы заполняли форму, данные изменились. Обновите страницу и повторите.",
    "mark_changed": "Не сохранено: у вас «{mine}», а уже записано «{theirs}» ({who}, {at}). "
    "Сверьте с бумагой и выберите верное: нажмите «Сохранить» ещё раз, чтобы записать своё.",
    "mark_moved": "№ {entrant}: пока вы сверяли, результат изменили на «{theirs}». Сверьте его с бумагой ещё раз.",
    "scope_too_narrow": "{title}: этой роли здесь ничего не указывают. Оставьте поле пустым.",
    "already_listed": "Снять с заявки нельзя: участник уже в стартовых протоколах ({contests}). "
    "Договоритесь о замене с главным секретарём.",
    "self_confirmation": "№ {entrant}: результат ввели вы сами. Сверить и подтвердить должен другой человек.",
    "nothing_to_confirm": "№ {entrant}: результата ещё нет, подтверждать нечего. Сначала введите его.",
    "nothing_ticked": "Ничего не отмечено. Отметьте строки, которые сверили с бумагой.",
    "not_all_confirmed": "Вывесить нельзя: не сверены с бумагой {entrants}. Пусть их подтвердит другой человек.",
    "no_marks": "Вывесить нельзя: нет результата у {entrants}. Внесите результат или отметку, в игре – счёт.",
    "bad_time": "{title}: наберите часы и минуты, например 11:00.",
    "day_outside": "{title}: Спартакиада идёт {days}. Выберите день из этих.",
    "nothing_to_shift": "На этой площадке с этого времени ничего не назначено. Проверьте площадку и время.",
    "days_out_of_order": "Последний день – не раньше первого и не позже чем через {most} дней. Проверьте даты.",
    "contest_has_entries": "Убрать вид нельзя: в нём уже есть заявки. Снимите их или отмените вид решением.",
    "wrong_state": "Сейчас этого сделать нельзя: состояние – «{state}». Обновите страницу: возможно, это уже сделано.",
    "contest_closed": "«{contest}»: приём результатов закрыт, состояние – «{state}». "
    "Если есть ошибка, главный судья вида возвращает протокол в работу.",
    "unknown_team": "В этом виде выступает команда целиком. Отметьте участие команды.",
    "already_in_delegation": "Этот человек уже есть в вашей заявке. Проверьте список: второй раз добавлять не нужно.",
    "person_in_other_team": "Этот человек уже заявлен за команду «{team}». "
    "Если он переходит к вам, пусть та команда снимет его с заявки.",
    "wrong_sex": "«{contest}»{by_clause}: в этот вид заявляют только {sex}. Снимите отметку.",
    "wrong_age": "«{contest}»{by_clause}: сюда заявляют только {born}. Снимите отметку или выберите другую группу.",
    "part_needed": "«{contest}»: подходит не одна дистанция ({parts}). Выберите какую.",
    "no_part_fits": "«{contest}»: по полу и возрасту не подходит ни одна группа ({who}). Проверьте дату рождения.",
    "no_such_contest": "{title}: «{typed}» в программе нет. Назовите вид как в программе или оставьте ячейку пустой.",
    "team_only": "«{contest}»: сюда заявляется команда целиком. Отметьте её на странице заявки, а здесь уберите.",
    "one_part_each": "«{contest}»: в одном виде программы участник стартует на одной дистанции. Оставьте одну.",
    "part_has_entries": "«{contest}»: заявки уже есть, а в новом положении вид делится на части иначе. "
    "Сначала снимите заявки.",
    "part_of_matches": "«{contest}»: играми проводят вид целиком. Сделайте эту часть отдельным видом программы.",
    "two_team_parts": "«{contest}»: команда целиком стартует только в одной части вида. "
    "Вторую сделайте отдельным видом программы.",
    "bad_part_id": "«{contest}»: часть вида назвать «{part}» нельзя. "
    "Дайте ей другое имя из строчных латинских букв, цифр и дефиса.",
    "quota_full": "«{contest}»: у команды «{team}» уже {quota} из {quota}{by_clause}. "
    "Снимите кого-нибудь или заявите «лично».",
    "entries_closed": "Приём заявок закрыт. Об изменениях договоритесь с главным секретарём.",
    "delegation_empty": "В заявке нет ни одного участника. Добавьте хотя бы одного.",
    "not_entered": "№ {entrant} не заявлен в вид «{contest}». Проверьте номер по стартовому протоколу.",
    "no_draws": "Ничьей в этом виде не бывает. Впишите счёт вместе с решающим голом и отметку: 3:2 ОТ или 3:2 Б.",
    "match_played": "«{contest}»: результат этой игры уже записан. Исправьте результат, а соперников менять поздно.",
    "same_sides": "{title}: это одна и та же команда. Выберите двух разных соперников.",
    "no_matches": "«{contest}»: ещё не названы соперники ({units}). Назовите их и внесите результаты.",
    "photo_needed": "Приложите снимок протокола: фотографию или скан не больше 10 мегабайт.",
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
    "cup_other_winner": "Пока страница была открыта, победитель изменился: теперь это «{winner}». Обновите страницу.",
    "chair_needed": "Назовите председателя оргкомитета, который подписывает решение.",
    "document_needed": "Назовите документ: протокол или решение, его номер и дату.",
    "required": "{title}: заполните.",
    "choice_needed": "{title}: выберите.{options_words}",
    "too_long": "{title}: {length} знаков, а можно не больше {limit}. Сократите.",
    "bad_date": "{title}: не понять. Напишите так: {example}.",
    "no_such_day": "{title}: дня {typed} не бывает. Проверьте число и месяц.",
    "bad_choice": "{title}: такого варианта нет.{options_words}",
    "bad_number": "{title}: нужно целое число цифрами 0–9.",
    "bad_text": "{title}: знак «{wrong}» здесь не годится. Нужны буквы, дефис, апостроф или пробел.",
    "mixed_alphabets": "{title}: в слове «{word}» буква «{letter}» латинская. Наберите слово русскими буквами.",
    "future_birth": "{title}: эта дата ещё не наступила. Проверьте год.",
    "too_old_birth": "{title}: получается больше {limit} лет. Проверьте год: нужны четыре цифры.",
    "table_unreadable": "В тексте не нашлось таблицы. Скопируйте в Excel строки целиком и вставьте их сюда.",
    "table_too_large": "Слишком много строк: {rows}, а за один раз можно {limit}. Вставьте по частям.",
    "table_has_errors": "Ничего не записано: исправьте отмеченные ячейки и отправьте ещё раз.",
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
    413: ("Слишком много данных", "Разделите их на части и отправьте по очереди."),
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
    worded["title"] = TITLES.get(refusal.field or "", "Поле")
    worded["by_clause"] = f" (п. {args['clause']} положения)" if args.get("clause") else ""
    worded["options_words"] = f" Можно: {args['options']}." if args.get("options") else ""
    if "born" in args:
        worded["born"] = born_words(args["born"])
    if "sex" in args:
        worded["sex"] = _SEXES[str(args["sex"])]
    if "state" in args:
        worded["state"] = _state(str(args["state"]))
    if refusal.kind in ("mark_unreadable", "mark_implausible"):
        worded["says"] = mark_sentence(str(args["reading"]), args)
    if refusal.kind == "regulation_broken":
        worded["says"] = problem_sentence(str(args["problem"]), str(args["path"]), args)
    if refusal.kind == "cup_not_computable":
        worded["why"] = _why_not(args)
    return worded


def _state(state: str) -> str:
    for of in ("contest", "games", "delegation"):
        try:
            return states.words(state, of)
        except KeyError:
            continue
    return state


def _why_not(args: Mapping[str, object]) -> str:
    missing, tied = args.get("missing"), args.get("tied")
    if isinstance(missing, list) and missing:
        return "Ещё не официальны: " + ", ".join(map(str, missing)) + "."
    if isinstance(tied, list) and tied:
        return "Первое место разделено, и положение его не разводит: нужно решение организаторов."
    return "Положение не говорит, по какому зачёту он присуждается."
