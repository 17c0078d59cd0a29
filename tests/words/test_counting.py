"""Numbers agree with what is counted; an event's verb with what the event is."""

import pytest

from spartakiad.words.counting import came, count
from spartakiad.words.happening import ahead, cancelled, held, moved, withdrawn


@pytest.mark.parametrize(
    ("n", "precision", "who", "said"),
    [
        (2, "exact", "человек", "2 человека"),
        (22, "exact", "человек", "22 человека"),
        (21, "more", "спортсменов", "более 21 спортсмена"),
        (1, "about", "участников", "около 1 участника"),
        (101, "more", "городов", "более 101 города"),
        (1, "exact", "муниципальных образований", "1 муниципальное образование"),
        (2, "exact", "муниципальных образований", "2 муниципальных образования"),
        (40, "exact", "муниципальных образований России", "40 муниципальных образований России"),
        (300, "more", "представителей науки", "более 300 представителей науки"),
        (1, "exact", "юных художников", "1 юный художник"),
        (21, "about", "спортивных команд", "около 21 спортивной команды"),
        (3, "exact", "дзюдоистов-любителей", "3 дзюдоистов-любителей"),
    ],
)
def test_what_is_counted_takes_the_form_of_its_number(n: int, precision: str, who: str, said: str) -> None:
    assert count(n, precision, who).replace("\u00a0", " ") == said


@pytest.mark.parametrize(
    ("n", "who", "said"),
    [
        (21, "спортсменов", "Участвовал"),
        (1, "команд", "Участвовала"),
        (1, "муниципальных образований", "Участвовало"),
        (22, "спортсменов", "Участвовали"),
        (11, "спортсменов", "Участвовали"),
    ],
)
def test_the_verb_agrees_with_the_number(n: int, who: str, said: str) -> None:
    assert (came(n, "exact", who), came(n, "about", who)) == (said, "Участвовали")


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (held("conference", "Семинар «Лес»", "", ""), "Семинар «Лес» прошёл."),
        (held("conference", "Лес будущего", "", "в Твери"), "Лес будущего: конференция прошла в Твери."),
        (
            ahead("spartakiad", "V зимняя Спартакиада", "на 2031 г.", ""),
            "V зимняя Спартакиада запланирована на 2031 г.",
        ),
        (
            cancelled("conference", "Конференция «А»", "2052 г.", "", "паводок"),
            "Конференция «А» отменена (срок – 2052 г.); причина – паводок.",
        ),
        (moved("forum", "Чтения", "на март 2032 г.", "", ""), "Чтения перенесены на март 2032 г."),
        (withdrawn("forum", "Форум", "Псков", "", "зал"), "Форум: город Псков отказался принимать; причина – зал."),
    ],
)
def test_the_verb_agrees_with_what_the_event_is(sentence: str, said: str) -> None:
    assert sentence == said
