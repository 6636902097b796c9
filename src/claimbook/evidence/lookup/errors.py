"""Why a look-up gave nothing: not registered, refused, or could not be checked. Three different answers.

Refuses to let one stand for another: a service that is down says nothing about a record.
"""

from __future__ import annotations


class LookUpError(Exception):
    """Say why a look-up gave no metadata, and what to do."""


class CouldNotCheckError(LookUpError):
    """Say that a service could not be asked, or did not answer as it should: nothing is known from this."""


class LeaveAloneError(CouldNotCheckError):
    """Say that a service cannot be reached or asks to be left alone: asking it about something else is no use now."""


class NotRegisteredError(LookUpError):
    """Say that a registry answered and knows no such DOI or PMID."""


class RefusedError(LookUpError):
    """Say that claimbook itself will not go there or take this."""
