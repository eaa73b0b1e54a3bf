"""Open items: made of the journal, applied against each other, aged."""
