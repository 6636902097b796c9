"""Garbled wording: established terms paraphrased word by word, as machines do ("bosom malignancy" for breast cancer).

Refuses to judge style: a phrase counts only where an established term explains it. What it finds is a question for an
editor, with the term that may have been meant.
"""

from claimbook.extract.garbled.dictionary import Dictionary, DictionaryError, load_dictionary
from claimbook.extract.garbled.finding import Garbled, find_garbled

__all__ = ["Dictionary", "DictionaryError", "Garbled", "find_garbled", "load_dictionary"]
