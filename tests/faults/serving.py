"""Starts the product again and again without paying for its imports: each server is a fork that runs `spartakiad run`.

A line on the input starts one and is answered with its process number; the end of the input ends the last one.
"""

import os
import signal
import sys

import uvicorn  # noqa: F401  # imported here, so that no fork pays for it

from spartakiad import app, cli  # noqa: F401


def started() -> int:
    process = os.fork()
    if process == 0:
        cli.main(["run"])
    return process


def main() -> None:
    process = 0
    for _ in sys.stdin:
        if process:
            os.waitpid(process, 0)
        process = started()
        os.write(1, f"{process}\n".encode())
    if process:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)


main()
