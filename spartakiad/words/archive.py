"""Sentences about an archive that was checked."""

from collections.abc import Mapping

FAULTS: Mapping[str, str] = {
    "unreadable": "Файл не читается как архив: он повреждён или это не архив Спартакиады.",
    "members": "В архиве два файла с одним именем, или он слишком велик.",
    "spelling": "{where}: запись изменена или испорчена.",
    "signature": "{where}: подпись не сходится.",
    "other_key": "Архив подписан не тем ключом, который вы назвали.",
    "chain": "Журнал, строка {where}: не следует за предыдущей. Строку убрали, вставили или переставили.",
    "hash": "Журнал, строка {where}: содержание изменено.",
    "head": "Журнал кончается строкой {where}, а подписан с другой последней строкой или другим ключом.",
    "publication": "Журнал, строка {where}: публикация стоит не на своём месте.",
    "listed": "Опись файлов не сходится с журналом.",
    "missing": "{where}: файла нет, а он опубликован.",
    "foreign": "{where}: такого файла не публиковали.",
    "changed": "{where}: файл изменён.",
}


def fault_sentence(kind: str, where: str) -> str:
    return FAULTS[kind].format(where=where)
