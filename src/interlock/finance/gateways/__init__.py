"""Clients of offices outside: one call, one answer, whatever goes wrong is an answer too."""
