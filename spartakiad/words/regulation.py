"""Sentences for what is wrong with a regulation or a document of results."""

import re
from collections.abc import Mapping

PROBLEMS: Mapping[str, str] = {
    "syntax": "файл не читается: {detail}",
    "duplicate_key": "ключ «{key}» стоит дважды; оставьте один",
    "unsupported_format": "формат {format} этой программе неизвестен; нужен format = 1",
    "wrong_type": "здесь должно стоять: {expected}, а стоит: {found}",
    "bad_number": "«{text}» – не число; дроби пишут так: 1/7 или 0.5",
    "inexact_number": "двоичная дробь неточна; напишите её строкой, например 1/10",
    "out_of_range": "{value} – не в пределах от {least} до {most}",
    "unanswered": "источник этого не говорит, ответьте: {question}",
    "nested_parts": "«{rules}» – сами составные или из встреч, частью другого вида им не быть",
    "cycle": "правила ссылаются по кругу: {rules}",
    "missing_key": "не хватает ключа «{key}»",
    "unknown_key": "ключ «{key}» неизвестен; {instead}",
    "unknown_kind": "«{value}» неизвестно; {instead}",
    "unknown_reference": "нет того, на что ссылаются: «{id}»; {instead}",
    "other_part": "участник заявлен в «{part}», а отметка стоит в другой части вида; исправьте одно из двух",
    "parts_need_members": "вид «{contest}» идёт частями, одного места у команды нет; задайте, чьи результаты в зачёт",
    "duplicate_id": "«{id}» встречается дважды; имена должны различаться",
    "empty_list": "список пуст; нужен хотя бы один пункт",
    "one_of": "нужен ровно один из ключей {keys}, а стоит {given}",
    "not_two": "нужны ровно два разных: сторон или чисел по числу сторон; стоит {found}",
    "bad_trials": "попытки на высоте пишут так: o, xo, xxo, xxx или -; стоит «{text}»",
    "too_many": "здесь их {found}, а по положению не больше {most}",
    "matches_only": "этот этап состоит из встреч; результат вносят встречей (match), а не отметкой",
    "marks_only": "этот этап состоит не из встреч; внесите результаты участников (mark)",
    "no_draws": "встреча кончилась вничью, а очков за ничью в положении нет; проверьте счёт или добавьте draw",
    "decided_equal": "встреча решена в {decided}, а счёт равный; впишите счёт вместе с решающим",
    "h2h_opens": "«{criterion}» – по встречам между равными – должен открывать свой блок; начните им новый блок",
    "misread_mark": "результат «{text}» не читается",
    "wrong_mark": "в этом виде другой вид результата: нужно {expected}",
    "given_needs_place": "места «как на бумаге» требуют, чтобы первым признаком было место",
    "table_ends": "таблица очков кончается на {rows}-м месте, а мест {needed}; допишите её или укажите beyond",
    "places_only": "это правило складывает места, а у участников берётся другое: {value}",
    "not_in_standing": "вида «{contest}» в зачёте «{standing}» нет, правило о нём ничего не решит; уберите его отсюда",
    "no_segment": "зачёт идёт по частям программы, а вид «{contest}» не назван ни в одной; допишите его в одну",
    "no_best_to_change": "решение меняет число лучших видов, а в таблице «{standing}» считаются не лучшие K видов",
    "best_of_fewer": "в зачёт идут {k} лучших, а видов всего {of}; исправьте одно из чисел",
}


ADVICE: Mapping[str, str] = {
    "wrong_way": "зачёт «{standing}»: очки за место и «побеждает {wins}» смотрят в разные стороны; проверьте wins",
    "rising_table": "зачёт «{standing}»: {place}-е место стоит больше предыдущего; проверьте таблицу",
    "silent_on_withdrawal": "вид «{contest}»: что с играми снявшейся команды, не сказано; вид тогда не закроется",
    "silent_on_absence": "зачёт «{standing}»: что получает команда без места, не сказано; она не получает ничего",
    "nobody_classified": "зачёт «{standing}»: место дают за {minimum} видов, а всего их {contests}; мест не будет",
    "counts_everything": "зачёт «{standing}»: лучших {k}, а видов всего {contests}; считаются все",
    "ties_stay": "зачёт «{standing}»: при равной сумме место делят, а кубок один; назовите, что решает",
    "no_clause": "без пункта положения: {where}; число без пункта потом не найти в бумаге",
    "in_no_standing": "вид «{contest}» не входит ни в один зачёт и не назван проводимым вне зачёта",
    "unused_rules": "правила «{rules}» не относятся ни к одному виду",
}
_TYPES = {
    "text": "строка в кавычках",
    "number": "число",
    "true or false": "true или false",
    "table": "таблица { … }",
    "list": "список [ … ]",
    "value": "одно значение",
    "NoneType": "пусто",
    "float": "двоичная дробь",
    "date": "дата",
    "datetime": "дата и время",
    "time": "время суток",
}
_WINS = {"most": "большая сумма", "least": "меньшая сумма"}


def advice_sentence(kind: str, args: Mapping[str, object]) -> str:
    """What deserves a second look, and what to look at."""
    shown = {name: ", ".join(map(str, value)) if isinstance(value, list) else value for name, value in args.items()}
    return f"{ADVICE[kind].format_map(shown | {'wins': _WINS.get(str(args.get('wins')), '')})}."


def problem_sentence(kind: str, path: str, args: Mapping[str, object]) -> str:
    """Where in the regulation, what, and the nearest known key."""
    where = f"Положение, {path}" if path else "Положение"
    shown = {name: ", ".join(map(str, one)) if isinstance(one, list) else one for name, one in args.items()}
    if kind == "wrong_type":
        shown = {name: _TYPES.get(str(one), one) for name, one in shown.items()}
    text = PROBLEMS[kind].format_map(_Given({**shown, "instead": _instead(args), "detail": _detail(args)}))
    return f"{where}: {text}" + ("" if text.endswith(("?", ".")) else ".")


def _detail(args: Mapping[str, object]) -> str:
    """The reader of TOML or JSON complains in English; of that only the place is of use here."""
    found = re.search(r"line (\d+),? column (\d+)", str(args.get("detail", "")))
    return f"строка {found[1]}, знак {found[2]}" if found else "это не TOML и не JSON"


def _instead(args: Mapping[str, object]) -> str:
    """The nearest known word; where nothing is near, all that are known."""
    known = args.get("known")
    if args.get("nearest"):
        return f"может быть, «{args['nearest']}»?"
    return f"известны: {', '.join(map(str, known))}" if isinstance(known, list | tuple) else "проверьте написание"


class _Given(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "?"
