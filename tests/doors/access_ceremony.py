"""Who may call what around the end of a Games, and what he gets; see access_table."""

BOARD = "chief_secretary chief_judge"
CEREMONY = {
    "GET /office/{games}/freeze": (BOARD, 200),
    "POST /office/{games}/freeze": (BOARD, 422),
    "GET /office/{games}/report": (BOARD, 200),
    "POST /office/{games}/report": (BOARD, 303),
    "GET /office/{games}/report.pdf": (BOARD, 200),
    "GET /office/{games}/report.xlsx": (BOARD, 200),
    "GET /office/{games}/ceremony": (BOARD, 200),
    "POST /office/{games}/ceremony/prizes": (BOARD, 422),
    "POST /office/{games}/ceremony/prizes/{number}/removal": (BOARD, 404),
    "GET /office/{games}/ceremony/{file}": (BOARD, 200),
}
