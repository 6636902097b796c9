# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
# # 4 · What does the evidence say?

# %%
review = ".."

# %%
import claimbook
from claimbook.views import answers, factcheck, shown

book = claimbook.open(review)
checked = factcheck.frame(factcheck.entries(book))
answers.evidence(checked)

# %% [markdown]
# **In:** `claims/*.yaml`; `evidence/records/` (what was published), `evidence/assessments/` (what readers made of it).
#
# **Out:** the charts `certainty-against-evidence` and `studies-…` in `figures/`, as SVG, PNG and CSV.
#
# A verdict is never stronger than what was read: one that rests on snippets or providers' pages alone is stepped down, and
# says so. *Not found* means somebody searched; *not yet assessed* means nobody has, and is no answer.

# %%
shown.picture("certainty-against-evidence", book)

# %% [markdown]
# ## For every claim an editor must check: what was found, how strong, what to write instead

# %%
columns = {
    "quote": "claim",
    "article": "article",
    "verdict": "verdict",
    "found": "what was found",
    "strength": "how strong",
    "instead": "what to write instead",
}
shown.table(checked, columns, height=720, book=book)

# %% [markdown]
# ## Claims beside studies
# Orange: what the articles claim. Blue: what studies report. Grey: the comparison group.

# %%
shown.pictures("studies-", book)

# %% [markdown]
# ## The figures behind the charts
# Every figure of every record, as its source prints it.

# %%
columns = {
    "record": "record",
    "design": "design",
    "year": "year",
    "n": "people",
    "outcome": "outcome",
    "timepoint": "when",
    "group": "group",
    "value": "value",
    "unit": "unit",
    "how_much": "read",
}
shown.table(book.evidence, columns)

# %% [markdown]
# ## Do two readers agree?

# %%
from claimbook.evidence.judging import agreement

pairs = agreement(book.sources.evidence.assessments)
told = [
    f"{' and '.join(pair.readers)} both judged {pair.parts} statements, {pair.same} of these {pair.parts} alike"
    + (f" (Cohen’s κ {pair.kappa:.2f})." if pair.kappa is not None else ".")
    for pair in pairs
]
shown.answer(*(told or ["No statement was judged by two readers."]))
