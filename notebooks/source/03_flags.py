# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
# # 3 · What must an editor not let through?

# %%
import claimbook
from claimbook.views import shown

book = claimbook.open("..")
findings = book.findings
errors = findings[findings["severity"] == "error"]
figures = findings[findings["code"] == "S101"]
most = findings["name"].value_counts()
shown.answer(
    f"{len(findings)} findings in {findings['article'].nunique()} articles, {len(errors)} of them errors.",
    f"{len(figures)} figures stand without a source anyone could find. The rule that fires most is "
    f"{most.index[0].replace('-', ' ')} ({most.iloc[0]} times).",
)

# %% [markdown]
# **Inputs:** the catalogues in `claims/`, their relations, and the rules; `claimbook rules` lists them and
# `docs/rules/` has a page on each.
# **Outputs:** the chart `findings-by-rule` in `figures/`, as SVG, PNG and CSV.

# %%
shown.picture("findings-by-rule", book)

# %% [markdown]
# ## Errors
# These must be mended or sourced before publication.

# %%
columns = {"code": "rule", "article": "article", "quote": "words", "message": "what is wrong"}
shown.table(errors, columns, height=640)

# %% [markdown]
# ## Warnings and notes

# %%
shown.table(findings[findings["severity"] != "error"], columns, height=640)

# %% [markdown]
# ## What is not found here
# A rule that stays silent has not shown that a claim is true: it says only that the wording gave no reason to fire.
# Whether the literature supports a claim is a question for the evidence, which these rules do not read.
