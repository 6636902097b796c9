"""A review on disk: open and verify it, change it without losing a comment, find moved quotes again.

Refuses to open a review with any problem, to write over another writer, and to change what a person decided.
"""

from __future__ import annotations

from claimbook.review.articles import article_record
from claimbook.review.folder import Review, is_review, open_review
from claimbook.review.problems import CODES, Problem, ReviewChanged, ReviewError

__all__ = ["CODES", "Problem", "Review", "ReviewChanged", "ReviewError", "article_record", "is_review", "open_review"]
