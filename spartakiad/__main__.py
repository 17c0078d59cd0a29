"""python -m spartakiad"""

import gc

gc.disable()  # what is imported stays; to walk it again and again costs a seventh of the start

from spartakiad.cli import main  # noqa: E402

gc.freeze()
gc.enable()
main()
