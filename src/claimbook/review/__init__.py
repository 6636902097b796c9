"""A review on disk: open and verify it, change it without losing a comment, find moved quotes again.

Refuses to open a review with any problem, to write over another writer, and to change what a person decided.
"""

from __future__ import annotations

from claimbook.review.articles import article_record
from claimbook.review.change import decide, save_catalogues, write_catalogue
from claimbook.review.document import EditRefused
from claimbook.review.folder import Review, is_review, open_review
from claimbook.review.merge import Merged, merge_proposals
from claimbook.review.problems import CODES, Problem, ReviewChanged, ReviewError
from claimbook.review.reanchor import Anchoring, reanchor, write_moves
from claimbook.review.relations import decide_relation, decide_relations

__all__ = [
    "CODES",
    "Anchoring",
    "EditRefused",
    "Merged",
    "Problem",
    "Review",
    "ReviewChanged",
    "ReviewError",
    "article_record",
    "decide",
    "decide_relation",
    "decide_relations",
    "is_review",
    "merge_proposals",
    "open_review",
    "reanchor",
    "save_catalogues",
    "write_catalogue",
    "write_moves",
]
