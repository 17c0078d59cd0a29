"""The journal and the document of a Games as files: whole, in their order, without a word that tells of a person."""

import json
import subprocess
import sys

import scoring
from spartakiad.accounts.roles import Role
from tests.doors.visiting import Site


def test_the_journal_comes_line_by_line_as_it_is(shared_site: Site) -> None:
    answer = shared_site.signed_in(Role.CHIEF_SECRETARY).get("/office/demo/journal.jsonl")
    lines = [json.loads(line) for line in answer.text.splitlines()]
    number = shared_site.shell.now("demo").state.number
    assert [line["number"] for line in lines] == list(range(1, number + 1))


def test_free_texts_stay_behind(shared_site: Site) -> None:
    text = shared_site.signed_in(Role.CHIEF_SECRETARY).get("/office/demo/journal.jsonl").text
    state = shared_site.shell.now("demo").state
    assert [word in text for word in (state.card.chair, state.card.phone, "нет допуска врача")] == [False] * 3


def test_the_document_scored_by_the_command_is_what_the_site_shows(shared_site: Site) -> None:
    body = shared_site.signed_in(Role.CHIEF_JUDGE).get("/office/demo/document.json").content
    command = (sys.executable, "-m", "scoring", "-")
    scored = subprocess.run(command, input=body, capture_output=True, check=True).stdout
    result = shared_site.shell.now("demo").result
    assert result is not None
    assert json.loads(scored) == json.loads(json.dumps(scoring.as_json(result)))
