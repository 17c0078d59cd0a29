"""Sentences about the ceremony: results held and announced, awards, the end of a Games."""

from collections.abc import Mapping

CEREMONY: Mapping[str, str] = {
    "not_held": "Объявлять можно, когда результаты придержаны. Сначала нажмите «Придержать результаты».",
    "copy_early": "Сайт для диска делают, когда Спартакиада завершена и результаты не придержаны: "
    "до этого страницы ещё изменятся.",
    "nothing_to_reveal": "Объявлять нечего: в общем зачёте ещё нет ни одного места.",
    "report_changed": "{title}: пока вы писали, это изменил другой человек: «{theirs}». Обновите страницу и допишите.",
}
