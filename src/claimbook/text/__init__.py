"""Article text: files and pages read exactly, blocks, sentences, places, and quotes found again.

Refuses to normalise a text: every offset is a code point of what was read.
"""
