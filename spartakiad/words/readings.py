"""Sentences for what a judge typed and the engine would not read, or doubts."""

from collections.abc import Mapping

READINGS: Mapping[str, str] = {
    "empty": "Ничего не введено. Введите результат или «н/ст», «н/фин», «дискв».",
    "too_long": "Введено {length} знаков, а результат не длиннее {most}. Наберите заново.",
    "foreign_digits": "Цифры «{digits}» не из тех, что на клавиатуре. Наберите цифрами 0–9.",
    "exponent": "Запись со степенью – не результат. Наберите минуты и секунды: 40:33,2.",
    "underscore": "Знак «_» в результате лишний. Наберите, например, 40:33,2.",
    "plus_sign": "Знак «+» лишний: нужно само время, а не отставание. Наберите, например, 40:33,2.",
    "negative": "Результат не бывает отрицательным. Наберите, например, 40:33,2.",
    "not_finite": "Это не число. Наберите, например, 40:33,2.",
    "unit_typed": "Единицу «{unit}» писать не нужно. Оставьте одно число.",
    "not_a_time": "Это не похоже на время. Наберите минуты и секунды как на бумаге: 40:33.",
    "not_a_distance": "Это не расстояние. Наберите метры и сантиметры: 7,58.",
    "not_a_place": "Это не место. Наберите целое число: 1, 2, 3…",
    "not_a_score": "Это не похоже на счёт. Наберите число, например 187 или 9,85.",
    "not_an_attempt": "Это не попытка. Наберите метры и сантиметры – 7,58, «х» – неудача, «–» – пропуск.",
    "not_a_count": "«{text}» – не целое число. Наберите цифрами, например 2.",
    "not_heights": "Не понять «{text}». Наберите высоты в сантиметрах и попытки: 165 о 170 хо 175 ххх.",
    "bad_calls": "Высота {height}: попытки «{called}» не понять. Бывает о, хо, ххо, х, хх, ххх или –.",
    "heights_down": "Высота {height} не выше предыдущей. Сверьте с бумагой.",
    "already_out": "Высота {height} лишняя: перед ней три неудачи подряд. Сверьте с бумагой.",
    "too_many_attempts": "Попыток {found}, а их не больше {most}. Лишние сотрите.",
    "too_many_series": "Серий {found}, а их не больше {most}. Лишние сотрите.",
    "series_left_out": "Серия {number} пропущена. Заполняйте по порядку.",
    "not_a_result": "Это не счёт встречи. Наберите, например, 3:2, 3:2 ОТ, 25:20 20:25 15:13 или +:- при неявке.",
    "bracketed_result": "Скобки не нужны. Впишите счёт вместе с решающим голом и отметку: 3:2 Б.",
    "decided_equal": "Встреча решена после ничьей, а счёт равный. Впишите счёт вместе с решающим голом.",
    "sixty": "«{field}» – минут и секунд не бывает 60 и больше. Сверьте с бумагой.",
    "two_digits": "«{field}»: после двоеточия нужны две цифры. Например, 40:05,2.",
    "too_precise": "Знаков после запятой больше, чем в этом виде (точность {precision}). Уберите лишние.",
    "ambiguous": "Можно понять двояко: {readings}. Наберите с двоеточием и запятой.",
    "ambiguous_status": "Снят – кем? Напишите «дискв», «снят по кругу» или «снят врачом».",
    "out_of_reach": "Получается больше {most}. Сверьте с бумагой.",
    "below_limit": "Результат меньше, чем бывает в этом виде ({limit}). Сверьте с бумагой.",
    "above_limit": "Результат больше, чем бывает в этом виде ({limit}). Сверьте с бумагой.",
}

_MADE_OF: Mapping[str, str] = {
    "time": "Время и штраф",
    "distance": "Попытки",
    "height": "Попытки",
    "score": "Серии",
}


def mark_sentence(kind: str, args: Mapping[str, object]) -> str:
    """Why a typed mark was not taken; `args` are the engine's particulars of that kind."""
    return READINGS[kind].format_map({key: _plain(value) for key, value in args.items()})


def _plain(value: object) -> str:
    return " или ".join(map(str, value)) if isinstance(value, list | tuple) else str(value).replace(".", ",")


def made_of_title(kind: str) -> str:
    """The heading over what marks of this kind are made of."""
    return _MADE_OF[kind]
