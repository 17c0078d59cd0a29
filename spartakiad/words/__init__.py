"""Russian: a sentence for every refusal and reason, plurals, dates, decimals, keys for sorting and searching."""
