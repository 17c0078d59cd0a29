"""python -m spartakiad"""

from spartakiad.cli import main

main()
