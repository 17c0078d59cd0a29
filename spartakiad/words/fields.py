"""Titles of form fields, as sentences about them begin."""

from collections.abc import Mapping

TITLES: Mapping[str, str] = {
    "account_name": "Имя",
    "account_role": "Роль",
    "games": "Спартакиада",
    "team": "Команда",
    "contest": "Вид",
    "surname": "Фамилия",
    "name": "Имя",
    "patronymic": "Отчество",
    "sex": "Пол",
    "born_on": "Дата рождения",
    "rank": "Разряд",
    "role": "Участие",
    "raw": "Результат",
    "verdict": "Решение",
    "until": "Срок",
    "clause": "Пункт положения",
    "reason": "Причина",
    "remark": "Замечание",
    "chair": "Председатель оргкомитета",
    "document": "Документ",
    "rows": "Таблица",
    "version": "Редакция",
}
