"""Games as such: the list, one with its programme, records of past ones."""
