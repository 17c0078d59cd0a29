"""Is it ours, does it hold: asked by what stands on a paper, by a file, or by the SHA-256 of one."""

import hashlib
import re
from collections.abc import Mapping
from typing import Any

from litestar import Response, get, post
from litestar.datastructures import UploadFile

from spartakiad.competition.memory import UNION, Now
from spartakiad.errors import Refusal
from spartakiad.games.live import head_of
from spartakiad.publication.verdicts import FOREIGN, Verdict, by_digest, by_paper
from spartakiad.web.access import PUBLIC
from spartakiad.web.forms import AnyRequest, Said
from spartakiad.web.render import public
from spartakiad.web.wiring import form_of, shell_of
from spartakiad.words.sheets import COPIES, verdict_sentence

MOST_BYTES = 2 * 1024 * 1024  # a protocol of ours takes a twentieth of it; a photograph of one proves nothing anyway
_ASKED = ("games", "number", "revision", "code", "hash")
_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)


@get("/verify", opt={"who": PUBLIC}, sync_to_thread=False)
def verify(request: AnyRequest) -> Response[str]:
    """The code on a paper fills in everything; a browser that can hash a file itself sends the hash alone."""
    asked = {name: request.query_params.get(name, "")[:100].strip() for name in _ASKED}
    try:
        verdict = _asked(request, asked)
    except Refusal as refusal:
        return _page(request, asked, said=Said((refusal,), asked))
    return _page(request, asked, verdict)


@post("/verify", opt={"who": PUBLIC}, request_max_body_size=MOST_BYTES, status_code=200)
async def verify_file(request: AnyRequest) -> Response[str]:
    """Where the browser cannot: the file comes here, is hashed and forgotten."""
    sent = (await form_of(request)).get("file")
    content = await sent.read() if isinstance(sent, UploadFile) else b""
    if not content:
        return _page(request, {}, said=Said((Refusal("sheet_file_needed", "file"),)))
    digest = hashlib.sha256(content).hexdigest()
    return _page(request, {"hash": digest}, by_digest(shell_of(request).memory.games.values(), digest))


def _asked(request: AnyRequest, asked: dict[str, str]) -> Verdict | None:
    """While results are held, nobody hears more than the site tells; what he has at hand is known all the same."""
    memory = shell_of(request).memory
    if not asked["hash"] and not asked["number"]:
        return None
    found = _verdict(memory.shown, asked)
    return _verdict(memory.games, asked) if found is FOREIGN and (asked["hash"] or asked["code"]) else found


def _verdict(games: Mapping[str, Now], asked: Mapping[str, str]) -> Verdict:
    if asked["hash"]:
        digest = "".join(asked["hash"].lower().split())
        if not _DIGEST.fullmatch(digest):
            raise Refusal("bad_hash", "hash")
        return by_digest(games.values(), digest)
    code = "".join(asked["code"].lower().split())
    return by_paper(games.get(asked["games"]), _whole(asked["number"]), _whole(asked["revision"]), code)


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0


def _page(
    request: AnyRequest, asked: dict[str, str], verdict: Verdict | None = None, said: Said | None = None
) -> Response[str]:
    shell, said = shell_of(request), said or Said()
    held = [now for now in shell.memory.shown.values() if now.state.state != "draft"]
    with shell.store.reader() as session:
        heads = {now.slug: head_of(session, now.slug, now.state) for now in held}
    shown: dict[str, Any] = {
        "asked": {**dict.fromkeys(_ASKED, ""), **asked},
        "verdict": verdict,
        "sentence": verdict_sentence(verdict.kind, verdict.newest) if verdict else "",
        "copies": COPIES,
        "head": heads.get(verdict.games) if verdict else None,
        "choices": [(head.slug, head.title) for head in heads.values()],
        "said": said,
    }
    answer = public(request, "site/verify.html", {UNION: shell.memory.numbers.get(UNION, 0)}, **shown)
    answer.status_code = said.status
    return answer


routes = [verify, verify_file]
