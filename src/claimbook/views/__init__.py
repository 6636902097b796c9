"""What people look at: tables, charts, highlighted text, summaries.

Refuses to decide anything: what is shown here was found by the rooms below.
"""
