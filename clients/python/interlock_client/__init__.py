"""A client of Interlock. Written by ./interlock manage client from the specification; do not edit."""

from .calling import Problem
from .client import Client

__all__ = ["Client", "Problem"]
