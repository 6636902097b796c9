"""Article text to claims: quantities, attribution, certainty, scope, kind, direction, topic and worth.

Refuses to judge truth and to reword: everything it gives is a slice of the text with what the wording says.
"""

from __future__ import annotations

from claimbook.extract.attribution import sentence_attribution
from claimbook.extract.certainty import sentence_certainty
from claimbook.extract.check_worthiness import sentence_worth
from claimbook.extract.claims import claim_fields, extract_claims

__all__ = ["claim_fields", "extract_claims", "sentence_attribution", "sentence_certainty", "sentence_worth"]
