# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
# # 3 · What contradicts what?

# %%
review = ".."

# %%
import claimbook
from claimbook.views import answers, factcheck, shown

book = claimbook.open(review)
answers.contradictions(book)

# %% [markdown]
# **In:** `claims/*.yaml`, `claims/relations.yaml` (what people confirmed, dismissed or added), `evidence/`.
#
# **Out:** nothing but this page; `claimbook compare --format jsonl` gives the same to other programs.
#
# A contradiction is claimed only where both cannot be true as worded. “Over 80%” and “over 70%” overlap: that is a
# difference, and stands in notebook 2. Silence proves nothing: what the articles word differently may still clash.

# %% [markdown]
# ## Both sides, quoted

# %%
clash = book.relations[book.relations["relation"] == "contradict"]
shown.sides(clash, book)

# %% [markdown]
# ## What the evidence says of each side
# A contradiction shows that somebody is wrong, not who. Where a reader assessed a side, this is what was found.

# %%
found = factcheck.frame(factcheck.entries(book))
sides = found[found["claim"].isin({*clash["a"], *clash["b"]})]
columns = {
    "quote": "claim",
    "article": "article",
    "verdict": "verdict",
    "found": "what was found",
}
shown.table(sides, columns, book=book)

# %% [markdown]
# ## Which articles stand against each other?
# Contradictions, and tensions beside them.

# %%
differing = book.relations[book.relations["relation"].isin(["contradict", "tension"])]
pairs = differing.groupby(["article_a", "article_b", "relation"]).size()
columns = {
    "article_a": "one",
    "article_b": "the other",
    "relation": "relation",
    "pairs": "pairs of claims",
}
shown.table(pairs.rename("pairs").reset_index(), columns)
