"""The command line: thin commands, each imports what it needs when it runs."""
