"""Who may call what around published sheets and whole files of a Games, and what he gets; see access_table."""

from tests.doors.access_ceremony import BOARD

EVERYBODY = "everybody"
SHEETS = {
    "GET /verify": (EVERYBODY, 200),
    "POST /verify": (EVERYBODY, 422),
    "GET /games/{games}/sheets": (EVERYBODY, 200),
    "GET /games/{games}/sheets/{number}/{revision}": (EVERYBODY, 404),
    "GET /games/{games}/sheets/{number}/{revision}/protocol.pdf": (EVERYBODY, 404),
    "GET /office/{games}/sheets": (BOARD, 200),
    "POST /office/{games}/sheets": ("chief_secretary", 422),
    "GET /office/{games}/sheets/{number}/{revision}/full.pdf": (BOARD, 404),
    "GET /office/{games}/archive.zip": ("chief_secretary", 200),
    "GET /office/{games}/journal.jsonl": (BOARD, 200),
    "GET /office/{games}/document.json": (BOARD, 200),
}
