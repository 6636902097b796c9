"""Look up what was published: Crossref, PubMed, web pages and bibliography files → metadata → records, and back.

Refuses to read a source for anybody: a look-up gives who, what, when and where, never a finding.
"""
