"""What extraction builds unchecked would pass every check of the model."""

from __future__ import annotations

import base64
import hashlib

from claimbook.extract import extract_claims
from claimbook.model import Claim, claim_key

TEXT = """According to a 2019 survey by Leeds University, 40% of tenants paid at least £900 a month.

Heat pumps may cut bills by 20 to 30 percent in homes with good insulation. The grant doubled to $5,000 (Reyes, 2021).
"""


def test_claims_and_their_parts_are_what_validation_would_make() -> None:
    claims = extract_claims("rents", TEXT)
    assert len(claims) > 2
    assert any(claim.quantities for claim in claims)
    assert any(claim.attribution.level == "named" for claim in claims)
    for claim in claims:
        checked = Claim.model_validate(claim.model_dump())
        assert repr(checked) == repr(claim)
        assert checked == claim
        assert hash(checked) == hash(claim)
        assert claim.model_copy(update={"worth": 1}).worth == 1


def test_a_key_is_the_first_thirty_bits_in_base32() -> None:
    for quote in ("Rents rose by 4%.", "naïve ½", ""):
        digest = hashlib.sha256(quote.encode()).digest()
        assert claim_key(quote) == base64.b32encode(digest)[:6].decode().lower()
