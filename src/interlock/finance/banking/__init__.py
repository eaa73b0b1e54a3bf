"""The bank: statements taken in and matched, payments asked for, approved, sent and confirmed."""
