"""States in Russian, with the kind of badge that shows each."""

_STATES: dict[str, dict[str, tuple[str, str]]] = {
    "games": {
        "draft": ("draft", "готовится"),
        "entries_open": ("open", "идёт приём заявок"),
        "entries_closed": ("open", "приём заявок окончен"),
        "under_way": ("running", "идёт"),
        "closed": ("official", "завершена"),
        "moved": ("protested", "перенесена"),
        "cancelled": ("refused", "отменена"),
        "host_withdrew": ("protested", "принимающий город отказался"),
    },
    "delegation": {
        "draft": ("draft", "черновик"),
        "submitted": ("open", "подана"),
        "remarks": ("protested", "есть замечания"),
        "accepted": ("official", "принята"),
    },
    "admission": {
        "pending": ("draft", "ждёт решения"),
        "admitted": ("official", "допущен"),
        "until": ("protested", "допущен условно"),
        "refused": ("refused", "не допущен"),
        "withdrawn": ("refused", "снят"),
    },
    "contest": {
        "planned": ("draft", "предстоит"),
        "start_list": ("open", "стартовый протокол готов"),
        "under_way": ("running", "идёт"),
        "posted": ("provisional", "предварительно"),
        "official": ("official", "официально"),
        "postponed": ("protested", "перенесён"),
        "shortened": ("protested", "сокращён"),
        "cancelled": ("refused", "отменён"),
    },
    "protest": {
        "": ("protested", "рассматривается"),
        "upheld": ("official", "удовлетворён"),
        "rejected": ("refused", "отклонён"),
        "withdrawn": ("draft", "отозван"),
    },
    "mark": {
        "": ("draft", "введено"),
        "confirmed": ("official", "сверено"),
        "rejected": ("refused", "возвращено"),
    },
    "role": {
        "team": ("official", "за команду"),
        "reserve": ("draft", "запасной"),
        "personal": ("open", "лично"),
        "guest": ("draft", "в/к"),
    },
    "status": {
        "DNS": ("draft", "н/ст"),
        "DNF": ("draft", "н/фин"),
        "DSQ": ("refused", "дискв."),
        "LAP": ("draft", "снят по кругу"),
        "NM": ("draft", "нет результата"),
        "OTL": ("draft", "превышено контр. время"),
        "MED": ("draft", "снят врачом"),
    },
    "account": {
        "captain": ("open", "представитель команды"),
        "coach": ("open", "тренер"),
        "judge": ("open", "судья"),
        "sport_chief": ("open", "главный судья вида"),
        "sport_secretary": ("open", "секретарь вида"),
        "chief_secretary": ("open", "главный секретарь"),
        "operator": ("open", "оператор секретариата"),
        "chief_judge": ("open", "главный судья Спартакиады"),
        "commission": ("open", "комиссия по допуску"),
        "office": ("open", "исполнительная дирекция Союза"),
        "admin": ("open", "администратор"),
    },
    "sheet": {
        "early": ("draft", "ещё не официальный"),
        "ready": ("open", "можно публиковать"),
        "valid": ("official", "действует"),
        "outdated": ("protested", "результаты изменились"),
        "replaced": ("draft", "заменён"),
    },
    "basis": {"paper": ("open", "по бумаге"), "word": ("open", "со слов")},
}


def words(state: str, of: str) -> str:
    return _STATES[of][state][1]


def kind(state: str, of: str) -> str:
    return _STATES[of][state][0]


def by_whom(name: str, basis: str) -> str:
    """«Иванова», «Иванова, по бумаге»; "" when nobody is known by name."""
    return ", ".join([name, words(basis, "basis")] if name and basis else [name])
