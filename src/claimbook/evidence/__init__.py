"""Evidence: records of what was published, assessments of claims by them, and figures computed again.

Refuses to make a finding nobody read, and a verdict stronger than what was read.
"""
