"""Interlock: orders, stock and books of a maker of discrete goods, in agreement."""

__version__ = "0.1.0"
