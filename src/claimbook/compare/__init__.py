"""Claims lined up: what is comparable, figures on intervals, opposites, lost conditions.

Refuses to report what cannot be explained: every relation says what was compared and what decided it.
"""

from claimbook.compare.comparing import compare, compare_sources

__all__ = ["compare", "compare_sources"]
