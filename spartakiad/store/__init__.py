"""Storage: engines, the one writer, the journal, migrations. Only here a dialect is known, only here is committed."""
