"""Проверка архива Спартакиады без сайта и без сети. Нужен только Python 3.8 или новее.

    python check_archive.py архив.zip [открытый-ключ]

Проверяет цепочку журнала, подпись каждой публикации (Ed25519) и хеши файлов. С программой сайта не имеет общего кода.
Ключ – 64 знака, которые секретариат назвал отдельно: без него верен только тот ключ, который лежит в самом архиве.
"""

import hashlib
import json
import sys
import zipfile

P = 2**255 - 19
Q = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)
CHAINED = ["number", "kind", "subject", "version", "payload", "actor", "device", "command_key", "at", "previous_hash"]
COPIES = ("full", "public")


def unpacked(packed):
    """The point of the curve that 32 bytes stand for (RFC 8032, 5.1.3), or None."""
    y = int.from_bytes(packed, "little") & (2**255 - 1)
    if len(packed) != 32 or y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    x = x if x * x % P == square else x * ROOT % P
    if x * x % P != square or (x == 0 and packed[31] >> 7):
        return None
    x = P - x if x & 1 != packed[31] >> 7 else x
    return x, y, 1, x * y % P


def added(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(number, point):
    total = (0, 1, 1, 0)
    while number:
        if number & 1:
            total = added(total, point)
        point, number = added(point, point), number >> 1
    return total


BASE = unpacked((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def signed(key, signature, words):
    """Whether the holder of the key signed these words."""
    try:
        key, signature = bytes.fromhex(key), bytes.fromhex(signature)
    except (TypeError, ValueError):
        return False
    a, r, s = unpacked(key), unpacked(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or len(signature) != 64 or s >= Q:
        return False
    digest = hashlib.sha512(signature[:32] + key + words.encode()).digest()
    left, right = times(s, BASE), added(r, times(int.from_bytes(digest, "little") % Q, a))
    return all((left[i] * right[2] - right[i] * left[2]) % P == 0 for i in (0, 1))


spelled = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def need(holds, words):
    if not holds:
        raise ValueError(words)


def read(raw, where):
    """JSON in the one spelling that is hashed."""
    value = json.loads(raw.decode())
    need(spelled(value).encode() == raw, where + ": запись изменена")
    return value


def journal(raw, about):
    """Every line follows the one before and hashes to what it says; the files that were published by their hashes."""
    files, revisions, key, previous, number = {}, {}, "", "", 0
    for number, text in enumerate(raw.splitlines(keepends=True), 1):
        where = "журнал, строка " + str(number)
        need(text.endswith(b"\n"), where + ": обрывается")
        line = read(text[:-1], where)
        need(set(line) == {*CHAINED, "basis", "hash"}, where + ": не те поля")
        need(line["number"] == number and line["previous_hash"] == previous, where + ": не следует за предыдущей")
        values = [line[name] for name in CHAINED] + ([line["basis"]] if line["basis"] else [])
        previous = hashlib.sha256(spelled(values).encode()).hexdigest()
        need(line["hash"] == previous, where + ": содержание изменено")
        if line["kind"] == "key.made":
            key = json.loads(line["payload"])["public"]
        elif line["kind"] in ("sheet.published", "sheet.closed"):
            fact = json.loads(line["payload"])
            names = ["sheets/{}-{}-{}.pdf".format(fact["sheet"], fact["revision"], copy) for copy in COPIES]
            if line["kind"] == "sheet.published":
                publication(fact, line, key, about["games"], revisions, where)
                files.update({name: fact[copy] for name, copy in zip(names, COPIES)})
            elif fact["erased"]:
                files = {name: digest for name, digest in files.items() if name not in names}
    need((number, previous, key) == (about["number"], about["head"], about["key"]), "журнал кончается не там")
    return files, revisions


def publication(fact, line, key, games, revisions, where):
    signature = fact.pop("signature")
    need(fact["key"] == key and signed(key, signature, spelled(fact)), where + ": подпись не сходится")
    revisions[fact["sheet"]] = revisions.get(fact["sheet"], 0) + 1
    placed = (fact["games"], fact["head"], fact["revision"])
    need(placed == (games, line["previous_hash"], revisions[fact["sheet"]]), where + ": публикация не на своём месте")


def check(path, key=""):
    """What it is that holds. Raises an exception at the first thing that does not."""
    with zipfile.ZipFile(path) as packed:
        names = packed.namelist()
        need(len(names) == len(set(names)), "два файла с одним именем")
        members = {name: packed.read(name) for name in names}
    whole = read(members.pop("archive.json"), "archive.json")
    about = whole["about"]
    need(set(whole) == {"about", "signature"}, "archive.json: не те поля")
    need(signed(about["key"], whole["signature"], spelled(about)), "archive.json: подпись не сходится")
    need(key.lower() in ("", about["key"]), "архив подписан не тем ключом, который назван")
    files, revisions = journal(members.pop("journal.jsonl"), about)
    found = {name: hashlib.sha256(content).hexdigest() for name, content in members.items()}
    for name in sorted({*files, *found, *about["files"]}):
        same = files.get(name) == found.get(name) == about["files"].get(name)
        need(same, name + ": файл изменён, пропал или не публиковался")
    return about, sum(revisions.values())


if __name__ == "__main__":
    try:
        about, published = check(*sys.argv[1:3])
    except OSError as error:
        sys.exit("Файл не открылся, проверьте имя и папку: " + str(error.filename))
    except Exception as error:
        sys.exit("НЕ СХОДИТСЯ. " + (str(error) if type(error) is ValueError else "Архив повреждён: " + repr(error)))
    print("Всё сходится: {games}, строк журнала {number}, снят {made_at}.".format(**about), "Публикаций:", published)
    print("Ключ, которым подписано (сверьте с известным вам):", about["key"])
