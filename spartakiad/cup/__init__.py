"""The challenge cup: its ledger and its proposal."""
