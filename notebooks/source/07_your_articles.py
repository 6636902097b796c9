# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
# # 7 · And your own articles?
# Put the path of a file (`.txt`, `.md`, `.html`, `.pdf`, `.docx`) or of a folder of them into the next cell, and run the
# notebook: *Run → Run All Cells*. As it stands it reads the texts of this review as if nobody had read them before.

# %%
review = ".."
articles = f"{review}/claims/articles"

# %%
import claimbook
from claimbook.views import answers, shown

mine = claimbook.open(articles)
answers.proposals(mine)

# %% [markdown]
# **In:** the file or folder named above.
#
# **Out:** nothing is written; `claimbook chart --all --review PATH --out FOLDER` saves the charts.
#
# These are proposals: the machine reads fast and misreads some. To decide on them and keep them, start a review of your own:
# `claimbook new my-review`, then `claimbook add FILE…` in it. Notebooks 1 to 6 come with it and run unchanged.

# %% [markdown]
# ## The claims

# %%
columns = {
    "quote": "claim",
    "article": "article",
    "worth": "worth",
    "kind": "kind",
    "figures": "figures",
    "certainty": "certainty",
    "attribution": "source",
    "condition": "condition",
}
claims, findings = mine.claims, mine.findings
worthy = claims[claims["worth"] >= 2].sort_values("worth", ascending=False, kind="stable")
shown.table(worthy, columns, height=560, book=mine)

# %% [markdown]
# ## What should not go out like this

# %%
flags = {
    "quote": "words",
    "article": "article",
    "severity": "severity",
    "name": "rule",
    "message": "what to do",
}
shown.table(findings, flags, height=560, book=mine)

# %% [markdown]
# ## Where they contradict each other

# %%
clash = mine.relations[mine.relations["relation"] == "contradict"]
shown.sides(clash, mine)

# %% [markdown]
# ## The charts

# %%
shown.picture("findings-by-rule", mine)

# %%
shown.picture("attribution", mine)

# %%
shown.picture("percentages", mine)
