"""Topics of the chief panel's report that only people can write about."""

from collections.abc import Mapping

# name: heading, what is asked for
TOPICS: Mapping[str, tuple[str, str]] = {
    "report_venues": ("Площадки и оборудование", "Готовность, замечания, чего не хватило"),
    "report_weather": ("Погода и условия", "По дням и площадкам, если она мешала"),
    "report_medical": (
        "Медицинское обеспечение и травмы",
        "Кто дежурил, кто и когда обращался; без фамилий и диагнозов",
    ),
    "report_incidents": ("Нарушения и происшествия", "Что случилось, какие меры приняты"),
    "report_judging": ("Судейство", "Оценка работы бригад, замены судей"),
    "report_proposals": ("Замечания и предложения", "Что изменить к следующей Спартакиаде"),
    "report_conclusion": ("Общая оценка", "Одним-двумя предложениями"),
}
