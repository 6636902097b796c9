# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
# # 6 · How does each article hold up?

# %%
review = ".."

# %%
import claimbook
from claimbook.views import answers, factcheck, factpage, shown

book = claimbook.open(review)
answers.articles(book)

# %% [markdown]
# **In:** `claims/*.yaml`, `evidence/`, the rules.
#
# **Out:** a page an article in `build/fact-checks/`, ready to publish; the chart `findings-by-rule` in `figures/`.
#
# Each page lists the statements that must be checked: the words, whether they hold up, why, what to write instead, and the
# sources. Errors that a rule flagged stand beside it. A statement nobody has looked at says so.

# %%
flagged = book.findings.pivot_table(
    index="article", columns="severity", values="code", aggfunc="count", fill_value=0
).reindex(index=book.articles, columns=["error", "warning", "info"], fill_value=0)
verdicts = factcheck.frame(factcheck.entries(book)).pivot_table(
    index="article", columns="verdict", values="claim", aggfunc="count", fill_value=0
)
flagged.columns = ["errors", "warnings", "notes"]
shown.table(flagged.join(verdicts).fillna(0).astype(int).reset_index())

# %%
shown.picture("findings-by-rule", book)

# %% [markdown]
# ## A page an article
# Open one by its heading.

# %%
factpage.pages(book)

# %% [markdown]
# ## Decide on the claims of an article
# The review desk: the article with its claims where they stand; accept, reject or edit each, set a verdict, waive a finding, by
# keyboard (`?` shows the keys). What you decide is in the review's files at once. Set `article` to the one you want, and sign
# with your name. `claimbook review` and `claimbook notebooks` leave this cell out: it is for your hands.

# %% tags=["skip-execution"]
from claimbook.views.desk import desk

article = book.articles[0]
desk(book, article, by="editor")

# %% [markdown]
# ## The pages, saved

# %%
factpage.save(book, f"{review}/build/fact-checks")

# %% [markdown]
# ## Every finding, by rule
# Errors must be mended or sourced before publication.

# %%
columns = {
    "quote": "words",
    "article": "article",
    "severity": "severity",
    "code": "rule",
    "message": "what is wrong",
}
shown.table(book.findings, columns, height=640, book=book)
