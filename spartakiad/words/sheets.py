"""Sentences about published sheets: whose copy, why a new revision, what became of one that somebody holds."""

from collections.abc import Mapping

COPIES: Mapping[str, str] = {"full": "экземпляр секретариата", "public": "для всех"}
WHY: Mapping[str, str] = {
    "": "первая публикация",
    "result": "новая редакция секретариата",
    "name": "имя убрано: согласие на его публикацию отозвано",
}
VERDICTS: Mapping[str, str] = {
    "valid": "Подлинный и действующий.",
    "replaced": "Подлинный, но заменён редакцией {newest}.",
    "outdated": "Подлинный, редакция последняя, но официальные результаты после неё изменились. Ждите новой редакции.",
    "foreign": "Не наш: такого протокола на этом сайте не публиковали. Верить ему нельзя.",
}


def verdict_sentence(kind: str, newest: int = 0) -> str:
    return VERDICTS[kind].format(newest=newest)


def grouped(digest: str, size: int = 4) -> str:
    """A long number as a person reads it aloud."""
    return " ".join(digest[at : at + size] for at in range(0, len(digest), size))


REFUSED: Mapping[str, str] = {
    "sheet_not_official": "Публиковать рано: официального результата ещё нет. Сначала примите его как официальный.",
    "sheet_uncompared": "Публиковать рано: исправленное ещё не сверено с бумагой ({contests}). Сверяет другой человек.",
    "sheet_same": "Протокол {number}: с редакции {revision} ничего не изменилось, новая не нужна.",
    "sheet_closed": "Этот файл закрыт: один из участников отозвал согласие на публикацию имени. "
    "Откройте редакцию {newest}.",
    "sheet_file_needed": "Выберите файл протокола (PDF) или впишите то, что стоит на бумаге.",
    "bad_hash": "{title}: нужны 64 знака, цифры и латинские буквы от a до f. Проверьте, что скопировано целиком.",
}
