"""The domain of one Games: facts, the state they fold to, decisions, the engine's document, the Games in memory.

Two pure functions carry it: `decide(state, command, by) -> facts` (or a Refusal) and `apply(state, happened) -> state`.
"""
