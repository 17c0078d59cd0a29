"""Sentences for what a regulation does not let into a contest, an application or a line-up."""

from collections.abc import Mapping

ENTRIES: Mapping[str, str] = {
    "wrong_sex": "«{contest}»{by_clause}: в этот вид заявляют только {sex}. Снимите отметку.",
    "wrong_age": "«{contest}»{by_clause}: сюда заявляют только {born}. Снимите отметку или выберите другую группу.",
    "wrong_rank": "«{contest}»{by_clause}: сюда заявляют {ranks}, а здесь {rank}. Исправьте или снимите.",
    "rank_needed": "«{contest}»{by_clause}: сюда заявляют {ranks}, а разряд не указан. "
    "Впишите его; если разряда нет – «б/р».",
    "rank_unknown": "{title}: «{typed}» не понять. Какой это разряд?{options_words}",
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
    "quota_full": "«{contest}»: у команды «{team}» {counted}уже {quota} из {quota}{by_clause}. "
    "Снимите кого-нибудь или заявите «лично».",
    "role_full": "«{contest}»: {role} у команды «{team}» уже {quota} из {quota}{by_clause}. "
    "Снимите кого-нибудь или выберите другое участие.",
    "role_closed": "«{contest}»: {role} сюда не заявляют{by_clause}. Выберите другое участие.",
    "quota_over": "«{contest}»: {over} у команды «{team}» {entered}, а по положению не больше {quota}{by_clause}.",
    "delegation_over": "В заявке команды «{team}» {entered}, а по положению не больше {quota}{by_clause}.",
    "contests_over": "Видов в зачёт команде {entered}, а по положению не больше {quota}{by_clause}.",
    "identifier_missing": "Не указан {title}{by_clause}.",
    "now_unfit": "Не записано: заявленные раньше теперь не подходят ({many}). "
    "Если так и надо, отметьте это и сохраните ещё раз.",
    "how_needed": "Отметьте, что связывает участника с городом: регистрация, работа или другое.",
    "delegation_full": "В заявке уже {quota}: больше положение не допускает{by_clause}. "
    "Снимите кого-нибудь или договоритесь с главным секретарём.",
    "too_many_contests": "{who}: видов в зачёт команде уже {quota}, больше положение одному не разрешает{by_clause}. "
    "Заявите его лично или снимите с другого вида.",
    "named_twice": "«{what}» уже есть строкой выше.",
    "lineup_closed": "{contest}: результаты уже есть, состав не меняют.",
    "lineup_twice": "Один участник назван в составе дважды.",
    "lineup_not_admitted": "№ {who} не допущен комиссией: в состав его поставить нельзя.",
    "lineup_size": "{contest}: в составе {named}, а положению нужно от {least} до {most}{by_clause}.",
    "lineup_sexes": "{contest}: в составе нужно женщин не меньше {women}, мужчин не меньше {men}{by_clause}.",
    "lineup_reserves": "{contest}: запасных в составе {named}, а положение разрешает не больше {most}{by_clause}.",
    "bad_leg": "Напишите номер этапа (1, 2, 3…), «+», если порядок не важен, или «з» – запасной.",
    "lineup_leg_taken": "Этап {leg} уже у № {who}.",
}
