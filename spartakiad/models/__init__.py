"""SQLModel tables: columns, constraints, relations; no verbs.

A table model does not validate: input is validated by the forms of its noun, and every limit here is a CHECK
constraint, the second wall. `tables` brings all of them into one metadata.
"""
