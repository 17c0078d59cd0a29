"""python -m spartakiad"""

import gc
import sys

gc.disable()  # what is imported stays; to walk it again and again costs a seventh of the start

from spartakiad.web.porch import open_porch  # noqa: E402

porch = open_porch(sys.argv)  # before the rest is loaded, which takes longer than anybody waits

from spartakiad.cli import main  # noqa: E402

gc.freeze()
gc.enable()
main(obj=porch)
