"""Settings of every test: property tests try the same cases on every run, so a red main is always somebody's change.

`make fuzz` tries fresh ones; what it finds becomes a named case.
"""

import os

from hypothesis import settings

settings.register_profile("fixed", derandomize=True, deadline=None)
settings.register_profile("fuzz", derandomize=False, deadline=None)
settings.load_profile(os.environ.get("CLAIMBOOK_TESTS", "fixed"))
