"""claimbook: a claims-and-evidence review suite for editorial fact-checking.

Importing the package loads nothing heavy; `claimbook.open()` opens a review folder.
"""

__version__ = "0.1.0"
