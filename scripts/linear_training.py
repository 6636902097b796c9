"""What the training scripts share: sparse rows, a regularised logistic regression, folds, and how weights are written.

Needs scikit-learn, which nothing at run time does: `uv run --with scikit-learn scripts/train_worth.py …`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, diags, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, roc_auc_score

from claimbook.extract.linear import BIAS

BLOCK = 25  # neighbouring rows often come from one speech or page, so folds are made of blocks of them


class Family:
    """Hold one family of features of all rows: counts, by a vocabulary of those that enough rows share."""

    def __init__(self, rows: Sequence[Mapping[str, int] | Iterable[str]], least: int, *, rooted: bool) -> None:
        counted = [Counter(row) for row in rows]
        shared = Counter(name for row in counted for name in row)
        self.names = sorted(name for name, n in shared.items() if n >= least)
        number = {name: n for n, name in enumerate(self.names)}
        data, column, start = [], [], [0]
        for row in counted:
            root = max(1, row.total()) ** 0.5 if rooted else 1.0
            known = [(number[name], n / root) for name, n in row.items() if name in number]
            column += [k for k, _ in known]
            data += [v for _, v in known]
            start.append(len(column))
        self.rows = csr_matrix((data, column, start), shape=(len(rows), len(self.names)))
        # rare features start from a larger scale: the idf weighting of text retrieval
        often = np.array([shared[name] for name in self.names], dtype=np.float64)
        rarity = np.log(len(rows) / often) + 1
        self.scale = rarity * 2 / (np.average(rarity, weights=often)) if rooted else np.ones(len(often))


def columns(families: Sequence[Family]) -> csr_matrix:
    """Put the scaled families side by side."""
    return hstack([f.rows @ diags(f.scale) for f in families]).tocsr()


def fitted(x: csr_matrix, y: np.ndarray, strength: float) -> LogisticRegression:
    """Fit the regression; a larger `strength` means less regularisation."""
    return LogisticRegression(C=strength, solver="liblinear", max_iter=500, random_state=0).fit(x, y)


def out_of_fold(x: csr_matrix, y: np.ndarray, strength: float, folds: int = 5) -> np.ndarray:
    """Give each row's log odds from a model that saw no row of its fold; folds are made of blocks of rows."""
    fold = np.arange(len(y)) // BLOCK % folds
    score = np.zeros(len(y))
    for k in range(folds):
        score[fold == k] = fitted(x[fold != k], y[fold != k], strength).decision_function(x[fold == k])
    return score


def quality(y: np.ndarray, score: np.ndarray) -> tuple[float, float]:
    """Give AUC and F1 at even chance."""
    return float(roc_auc_score(y, score)), float(f1_score(y, score > 0))


def cross_validated(x: csr_matrix, y: np.ndarray, strength: float, folds: int = 5) -> tuple[float, float]:
    """Give AUC and F1 at even chance over folds of blocks of rows."""
    return quality(y, out_of_fold(x, y, strength, folds))


def weights(families: Sequence[Family], model: LogisticRegression) -> dict[str, float]:
    """Give the weight of each feature by name, its scale taken in."""
    names = [name for f in families for name in f.names]
    values = model.coef_[0] * np.concatenate([f.scale for f in families])
    return dict(zip(names, map(float, values), strict=True))


def write(path: Path, head: str, bias: float, named: Mapping[str, float], least: float) -> int:
    """Write the weights in thousandths, those below `least` left out; give how many are kept."""
    kept = sorted((name, round(1000 * value)) for name, value in named.items() if abs(value) >= least)
    lines = [f"{BIAS}\t{round(1000 * bias)}", *(f"{n}\t{v}" for n, v in kept)]
    path.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    return len(kept)
