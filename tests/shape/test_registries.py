"""What stands in a registry stands in the code, and what can be said has its sentence."""

import ast

from spartakiad.competition.apply import APPLY
from spartakiad.competition.decide import DECISIONS
from spartakiad.competition.fact_kinds import FACTS
from spartakiad.competition.projection import PROJECTORS
from spartakiad.models.tables import metadata
from spartakiad.refusal_kinds import STATUS
from spartakiad.site.pages import routes as site_routes
from tests.shape.tree import ROOT, calls, product, tree

GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")


def test_every_fact_can_be_applied() -> None:
    assert set(FACTS.values()) == set(APPLY)


def test_rows_are_made_of_known_facts_only() -> None:
    assert set(PROJECTORS) <= set(FACTS.values())


def test_every_command_class_has_its_decision() -> None:
    named = {
        node.name
        for path in product()
        if path.parent.name == "decide"
        for node in tree(path).body
        if isinstance(node, ast.ClassDef) and node.decorator_list
    }
    assert named - {"Proposal", "Outstanding"} == {command.__name__ for command in DECISIONS}


def test_every_kind_that_is_refused_has_its_status() -> None:
    raised = {
        call.args[0].value
        for path in product()
        if path.parts[-2] != "scoring"
        for call in calls(path, "Refusal")
        if call.args and isinstance(call.args[0], ast.Constant)
    }
    assert raised - set(STATUS) == set()


def test_every_table_stands_in_the_glossary() -> None:
    words = {name: "".join(part.title() for part in name.split("_")) for name in metadata.tables}
    words |= {"role_grant": "Grant"}
    assert [word for word in words.values() if word not in GLOSSARY] == []


def test_every_public_route_is_declared_public() -> None:
    undeclared = [handler for handler in site_routes if "who" not in handler.opt]
    assert undeclared == []
