"""Commands of publication, sensible or not."""

from hypothesis import strategies as st

from spartakiad.competition.decide.sheets import CloseSheets, MakeKey, PublishSheet
from spartakiad.competition.sheet_facts import SheetPublished

HASH = st.sampled_from(["a" * 64, "b" * 64])
WHO = st.sampled_from([(), (1,), (1, 3)])
SHEET = st.builds(
    SheetPublished,
    st.just("games"),
    st.integers(1, 3),
    st.sampled_from(["ski", "figure", "", "?"]),
    st.integers(1, 2),
    st.sampled_from(["", "result", "name"]),
    st.integers(0, 60),
    st.just(1),
    st.sampled_from([(("ski", 1),), (("figure", 1),)]),
    HASH,
    HASH,
    HASH,
    HASH,
    HASH,
    st.just("1"),
    WHO,
    WHO,
    HASH,
)
PUBLISHING = {
    MakeKey: st.builds(MakeKey, HASH),
    PublishSheet: st.builds(PublishSheet, SHEET),
    CloseSheets: st.builds(CloseSheets, st.integers(1, 3), st.booleans()),
}
