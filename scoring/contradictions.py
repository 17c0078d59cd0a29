"""What a regulation says of itself: references inside it, tables long enough, counting that can be done."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from scoring.feeds import read_feed
from scoring.formats.knockout import Knockout
from scoring.formats.list import MarkList
from scoring.problems import nearest
from scoring.refer import known, once
from scoring.regulation import Rules, Standing
from scoring.rules.count import CountSegments
from scoring.rules.members import OwnPlace, QuotaMembers
from scoring.rules.value import TablesValue, TableValue
from scoring.sheet import Sheet
from scoring.spot import Spot


def check_regulation(sheet: Sheet, spot: Spot) -> None:
    for name, rules in (sheet.rules or {}).items():
        _check_rules(rules, sheet.rules or {}, spot.at("rules").at(name))
    _check_groups(sheet, spot.at("rules"))
    for index, standing in enumerate(sheet.standing):
        _check_standing(standing, sheet, spot.at("standing").at(index))
        _check_parts(standing, sheet, spot.at("contest"))


def _check_rules(rules: Rules, names: Mapping[str, Rules], spot: Spot) -> None:
    once(rules.stages, spot.at("stages"), "stage", lambda one: one.id)
    _check_stages(rules, spot)
    for part in (part for stage in rules.stages for part in getattr(stage, "parts", ())):
        known("rules", part.rules, names, spot.at("parts"), "rules")
        _check_held(part.rules, names, spot.at("parts"))
    members = rules.team.members
    here = spot.at("team").at("members")
    if not isinstance(members, OwnPlace) and members.value == "points" and getattr(members, "points", None) is None:
        here.note("missing_key", key="points")
    if isinstance(rules.team.incomplete, int) and members.value != "place":
        spot.at("team").at("incomplete").note("places_only", value=members.value)


def _check_held(name: str | None, names: Mapping[str, Rules], spot: Spot) -> None:
    """The part of a combined event is one list of marks; parts of parts, all the more in a ring, make no sense."""
    chain: list[str] = []
    while name is not None and name in names and name not in chain:
        chain.append(name)
        inner = [part.rules for stage in names[name].stages for part in getattr(stage, "parts", ())]
        name = next((one for one in inner if one), None)
    if name in chain:
        spot.note("cycle", rules=chain)
    elif chain and (len(chain) > 1 or not _one_list(names[chain[0]])):
        spot.note("nested_parts", rules=chain[0])


def _check_stages(rules: Rules, spot: Spot) -> None:
    """Parts and units are told apart by their names, and an order asks only for parts that there are."""
    parts = [part for stage in rules.stages for part in getattr(stage, "parts", ())]
    names = [*(stage.id for stage in rules.stages if stage.id), *(part.id for part in parts)]
    once(names, spot.at("parts"), "part", str)
    for at, block in enumerate(rules.order.blocks):
        for step in block.by:
            named = getattr(step.criterion, "part", None)
            known("part", named, {part.id for part in parts}, spot.at("order").at("blocks").at(at), "part")
    for index, stage in enumerate(rules.stages):
        if rules.stages[0].id and not stage.id:  # whoever names no stage means the first: none could mean this one
            spot.at("stages").at(index).note("missing_key", key="id")
        if isinstance(stage, Knockout):
            _check_bracket(stage, spot.at("stages").at(index), first=index == 0)


def _check_bracket(stage: Knockout, spot: Spot, *, first: bool) -> None:
    """There is a bracket, or what it is drawn by; a match gives two places and is fed by matches before it."""
    if not stage.bracket and stage.played_to is None:
        spot.note("missing_key", key="bracket")
    if stage.played_to and not first and stage.qualify is None:
        spot.note("missing_key", key="qualify")
    here = spot.at("bracket")
    once(stage.bracket, here, "unit", lambda node: node.unit)
    for at, node in enumerate(stage.bracket):
        if node.winner is not None and node.winner == node.loser:
            here.at(at).note("duplicate_id", what="place", id=node.winner)
        for told in node.sides or ():
            _check_feed(told, [one.unit for one in stage.bracket[:at]], here.at(at))


def _check_feed(told: str, before: Sequence[str], spot: Spot) -> None:
    feed = read_feed(told)
    if feed is None:
        kinds = ["winner s1", "loser s1", "1", "А1"]
        spot.at("sides").note("unknown_kind", value=told[:100], nearest=nearest(told, kinds), known=kinds)
    elif feed.unit:
        known("unit", feed.unit, before, spot, "sides")


def _one_list(rules: Rules) -> bool:
    return len(rules.stages) == 1 and isinstance(rules.stages[0], MarkList)


def _check_groups(sheet: Sheet, spot: Spot) -> None:
    """The parts that a quota counts are those of a contest that is held by these rules."""
    for name, rules in (sheet.rules or {}).items():
        members = rules.team.members
        contests = {contest.id for contest in sheet.contest if contest.rules == name}
        parts = {part.id for part in sheet.part if part.contest in contests}
        for index, group in enumerate(members.groups if isinstance(members, QuotaMembers) else ()):
            here = spot.at(name).at("team").at("members").at("groups").at(index)
            for part in group.parts if contests else ():
                known("part", part, parts, here, "parts")


def _check_standing(standing: Standing, sheet: Sheet, spot: Spot) -> None:
    contests, programme = {contest.id for contest in sheet.contest}, _programme(standing, sheet)
    once(standing.contests or (), spot.at("contests"), "contest", str)
    once(standing.teams or (), spot.at("teams"), "team", str)
    for here, key, name in _named_contests(standing, spot):
        known("contest", name, contests, here, key)
        if name in contests and name not in programme:
            here.at(key).note("not_in_standing", contest=name, standing=standing.id)
    for team in standing.teams or ():
        known("team", team, {one.id for one in sheet.team}, spot, "teams")
    _check_count(standing, programme, spot.at("count"))
    _check_per(standing, spot.at("per"))
    values = [(standing.value, spot)]
    values += [(per.value, spot.at("per").at(index)) for index, per in enumerate(standing.per) if per.value]
    for rule, here in values:
        if rule.of == "team" and (rule.scorers or rule.beyond_quota == "skip"):
            here.at("value").note("missing_key", key="of")  # a quota is one of entrants
        if isinstance(rule, TablesValue):
            _check_sizes(rule, here.at("value").at("tables"))
        if isinstance(rule, TableValue | TablesValue):
            priced = [contest.id for contest in sheet.contest if standing.value_in(contest.id) is rule]
            _check_table(rule, max((_takers(sheet, rule, one) for one in priced), default=0), here.at("value"))


def _check_parts(standing: Standing, sheet: Sheet, spot: Spot) -> None:
    """A team in a contest of several parts has no single place of its own; its members have to make one."""
    in_parts = {part.contest for part in sheet.part}
    for index, contest in enumerate(sheet.contest):
        rules = (sheet.rules or {}).get(contest.rules)
        taken = not contest.outside if standing.contests is None else contest.id in standing.contests
        entrants = standing.value_in(contest.id).of == "entrants"
        if taken and contest.id in in_parts and rules and rules.team.members.verbatim and not entrants:
            spot.at(index).note("parts_need_members", contest=contest.id)


def _programme(standing: Standing, sheet: Sheet) -> Sequence[str]:
    return [one.id for one in sheet.contest if not one.outside] if standing.contests is None else standing.contests


def _check_count(standing: Standing, programme: Sequence[str], spot: Spot) -> None:
    rule = standing.count
    if rule.of and getattr(rule, "k", 0) > rule.of:
        spot.note("best_of_fewer", k=getattr(rule, "k", 0), of=rule.of)
    for contest, times in Counter(rule.named).items():
        if times > 1:
            spot.note("duplicate_id", what="contest", id=contest)
    if isinstance(rule, CountSegments):
        _check_segments(rule, programme, spot.at("segments"))


def _check_segments(rule: CountSegments, programme: Sequence[str], spot: Spot) -> None:
    """Each contest is in one; how many are held, and in how many a team has a place, goes by the whole standing."""
    for contest in programme:
        if contest not in rule.named:
            spot.note("no_segment", contest=contest)
    for index, segment in enumerate(rule.segments):
        for name in ("of", "minimum"):
            if getattr(segment.rule, name) is not None:
                known_keys = ["clause", "contests", "d", "k", "kind"]
                spot.at(index).at(name).note("unknown_key", key=name, nearest=None, known=known_keys)


def _check_per(standing: Standing, spot: Spot) -> None:
    """No contest has two weights, two values or two rules of absence in one standing."""
    for name in ("weight", "value", "absent"):
        owns = [(index, one) for index, one in enumerate(standing.per) if getattr(one, name) is not None]
        given = [(index, contest) for index, one in owns for contest in one.contests]
        for at, (index, contest) in enumerate(given):
            if contest in (other for _, other in given[:at]):
                spot.at(index).note("duplicate_id", what=name, id=contest)


def _named_contests(standing: Standing, spot: Spot) -> Iterator[tuple[Spot, str, str]]:
    yield from ((spot, "contests", name) for name in standing.contests or ())
    for index, per in enumerate(standing.per):
        yield from ((spot.at("per").at(index), "contests", name) for name in per.contests)
    yield from ((spot, "count", name) for name in standing.count.named)
    for index, block in enumerate(standing.order.blocks):
        named = (getattr(step.criterion, "contest", "last") for step in block.by)
        here = spot.at("order").at("blocks").at(index)
        yield from ((here, "contest", name) for name in named if name != "last")


def _takers(sheet: Sheet, rule: TableValue | TablesValue, contest: str) -> int:
    if rule.of == "team":
        return sum(team.displaces for team in sheet.team)
    return sum(entrant.contest == contest and entrant.displaces for entrant in sheet.entrant)


def _check_sizes(rule: TablesValue, spot: Spot) -> None:
    """The first table that is large enough is taken: the larger ones come later, the one for any number last."""
    for index, (one, after) in enumerate(pairwise(rule.tables)):
        if one.upto is None:
            spot.at(index).note("missing_key", key="upto")
        elif after.upto is not None and after.upto <= one.upto:
            spot.at(index + 1).at("upto").note("out_of_range", value=after.upto, least=one.upto + 1, most=1_000_000)


def _check_table(rule: TableValue | TablesValue, needed: int, spot: Spot) -> None:
    """Every place that can be taken has a row, or `beyond` says what the later ones are worth."""
    if rule.beyond is not None:
        return
    tables: list[tuple[Spot, int, int]]
    if isinstance(rule, TableValue):
        tables = [(spot.at("table"), len(rule.table), needed)]
    else:
        most = [*(min(needed, one.upto or needed) for one in rule.tables[:-1]), needed]  # the last one is for any more
        sizes = [(spot.at("tables").at(index), one) for index, one in enumerate(rule.tables)]
        tables = [(here.at("table"), len(one.table), wanted) for (here, one), wanted in zip(sizes, most, strict=True)]
    for here, rows, wanted in tables:
        if wanted > rows:
            here.note("table_ends", rows=rows, needed=wanted)
