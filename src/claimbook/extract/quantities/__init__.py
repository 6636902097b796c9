"""Quantities: numbers of prose as intervals with units.

Refuses to judge whether a number is true or worth checking, and to read dates, clock times and numbers that only name.
"""

from claimbook.extract.quantities.reader import find_quantities

__all__ = ["find_quantities"]
