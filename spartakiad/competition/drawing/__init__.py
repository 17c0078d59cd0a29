"""Drawing lots so that anybody can do it again: slips and a published seed in, groups out, no other chance."""
