"""The tax office, as its clients see it: see README.md beside this file. It imports nothing of Interlock."""
