"""A bank: takes pain.001 files, keeps accounts in a ledger of its own, answers with pain.002 and camt.053."""
