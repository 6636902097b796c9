# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
# # 5 · Which statistics have no source?

# %%
review = ".."

# %%
import claimbook
from claimbook.views import answers, factcheck, shown

book = claimbook.open(review)
answers.unsourced(book)

# %% [markdown]
# **In:** the catalogues in `claims/` and the rules; `claimbook rules S101` explains one.
#
# **Out:** the charts `attribution` and `who-repeats-whom` in `figures/`, as SVG, PNG and CSV.
#
# A source counts when a reader could look it up: a reference, a link, an institution with a year. That a figure has no
# source does not make it wrong. It means that nobody can tell.

# %%
findings = book.findings
bare = findings[findings["code"] == "S101"]
columns = {"quote": "figure", "article": "article", "message": "what is missing"}
shown.table(bare, columns, book=book)

# %% [markdown]
# ## “Studies show”: which studies?

# %%
vague = findings[findings["code"].isin(["A201", "A202"])]
shown.table(vague, {**columns, "quote": "words", "name": "rule"}, book=book)

# %% [markdown]
# ## Percentages of what?
# A share or a change that names no people, sample or baseline, and figures that cannot be.

# %%
base = findings[findings["code"].isin(["S102", "S103"])]
shown.table(base, {**columns, "name": "rule"}, book=book)

# %% [markdown]
# ## Who says so?

# %%
shown.picture("attribution", book)

# %% [markdown]
# ## Who repeats whom?
# Several articles that agree and name no source are one voice, not several.

# %%
shown.picture("who-repeats-whom", book)

# %% [markdown]
# ## Was a source looked for?
# What readers found who searched for the evidence behind the figures without a source.

# %%
named = {claim for claims in bare["claims"].dropna() for claim in claims.split()}
checked = factcheck.frame(factcheck.entries(book))
found = {
    "quote": "claim",
    "article": "article",
    "verdict": "verdict",
    "found": "what was found",
}
shown.table(checked[checked["claim"].isin(named)], found, book=book)
