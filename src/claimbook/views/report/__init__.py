"""The report: a review as a small site of plain files, to read, print and publish without claimbook or a network.

Refuses unescaped text, outside addresses and scripts it cannot do without: a page reads the same with JavaScript off;
only the search of the claims needs it.
"""

from claimbook.views.report.writing import pages, write_report

__all__ = ["pages", "write_report"]
