"""Train the weights of `sentence_worth` on a check-worthiness set and write `lexicon/worth_model.yaml`.

    python scripts/train_worth.py ROWS.jsonl [--folds 5]

ROWS has one `{"text", "worth": 0|1}` a line (ClaimBuster 2.5xNCS). Prints the cross-validated AUC and F1. Only the
weights are written, never a row; a word enters only when at least MIN_ROWS sentences use it.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import yaml

from claimbook.extract.check_worthiness import sentence_features

MIN_ROWS = 8
HEADER = """\
# Weights of the check-worthiness model: logistic regression over the features of extract/check_worthiness.py.
# Trained by scripts/train_worth.py on ClaimBuster 2.5xNCS; aggregated weights only. See docs/worth-model.md.
"""


class Sparse:
    """Hold a 0/1 matrix by the columns set in each row."""

    def __init__(self, rows: list[set[str]], names: dict[str, int]) -> None:
        columns = [sorted(names[f] for f in row if f in names) for row in rows]
        self.shape = (len(rows), len(names))
        self.column = np.fromiter((c for row in columns for c in row), dtype=np.int64)
        self.row = np.repeat(np.arange(len(rows)), [len(row) for row in columns])

    def times(self, weights: np.ndarray) -> np.ndarray:
        """Multiply by a vector of weights: one number a row."""
        return np.bincount(self.row, weights=weights[self.column], minlength=self.shape[0])

    def back(self, values: np.ndarray) -> np.ndarray:
        """Multiply the transpose by a vector of values: one number a column."""
        return np.bincount(self.column, weights=values[self.row], minlength=self.shape[1])


def fit(x: Sparse, y: np.ndarray, l1: float, l2: float, steps: int = 400) -> tuple[np.ndarray, float]:
    """Fit a logistic regression with an elastic-net penalty by accelerated proximal gradient."""
    scale = 1 / (np.sqrt(x.back(np.ones(len(y))) / len(y)) + 0.05)
    probe = np.ones(x.shape[1])
    for _ in range(15):
        probe = scale * x.back(x.times(scale * probe)) / len(y)
        size = float(np.linalg.norm(probe))
        probe /= size
    rate = 1 / (size / 4 + l2)
    weights = momentum = np.zeros(x.shape[1])
    bias, t = 0.0, 1.0
    for _ in range(steps):
        off = 1 / (1 + np.exp(-(x.times(scale * momentum) + bias))) - y
        step = momentum - rate * (scale * x.back(off) / len(y) + l2 * momentum)
        new = np.sign(step) * np.maximum(np.abs(step) - rate * l1, 0)
        bias -= 0.5 * float(off.mean())
        t_new = (1 + (1 + 4 * t * t) ** 0.5) / 2
        momentum = new + (t - 1) / t_new * (new - weights)
        weights, t = new, t_new
    return weights * scale, bias


def auc(score: np.ndarray, y: np.ndarray) -> float:
    """Give the area under the ROC curve by ranks."""
    order = np.argsort(score, kind="stable")
    rank = np.empty(len(score))
    rank[order] = np.arange(1, len(score) + 1)
    ones = y.sum()
    return float((rank[y == 1].sum() - ones * (ones + 1) / 2) / (ones * (len(y) - ones)))


def vocabulary(rows: list[set[str]]) -> dict[str, int]:
    """Number the features that enough sentences share."""
    count = Counter(name for row in rows for name in row)
    return {name: n for n, name in enumerate(sorted(k for k, c in count.items() if c >= MIN_ROWS))}


def cross_validate(rows: list[set[str]], y: np.ndarray, folds: int, l1: float, l2: float) -> tuple[float, float]:
    """Give AUC and F1 at 0.5 over folds of every n-th sentence."""
    score = np.zeros(len(y))
    fold = np.arange(len(y)) % folds
    for k in range(folds):
        train = [rows[n] for n in np.flatnonzero(fold != k)]
        names = vocabulary(train)
        weights, bias = fit(Sparse(train, names), y[fold != k], l1, l2)
        score[fold == k] = Sparse([rows[n] for n in np.flatnonzero(fold == k)], names).times(weights) + bias
    said = score > 0
    hits = float((said & (y == 1)).sum())
    return auc(score, y), 2 * hits / (said.sum() + y.sum())


def main() -> None:
    """Train, report and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=Path)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--l1", type=float, default=2e-4)
    parser.add_argument("--l2", type=float, default=2e-3)
    parser.add_argument("--out", type=Path, default=Path("src/claimbook/lexicon/worth_model.yaml"))
    args = parser.parse_args()
    data = [json.loads(line) for line in args.rows.read_text(encoding="utf-8").splitlines() if line.strip()]
    y = np.array([row["worth"] for row in data], dtype=np.float64)
    rows = [sentence_features(" ".join(row["text"].split())) for row in data]
    if args.folds:
        area, f1 = cross_validate(rows, y, args.folds, args.l1, args.l2)
        sys.stdout.write(f"cross-validated over {args.folds} folds: AUC {area:.3f}  F1 {f1:.3f}\n")
    names = vocabulary(rows)
    weights, bias = fit(Sparse(rows, names), y, args.l1, args.l2)
    kept = {name: round(float(weights[n]), 3) for name, n in names.items() if abs(weights[n]) >= 0.005}
    text = yaml.safe_dump({"bias": round(bias, 3), "weights": kept}, sort_keys=True, width=120)
    args.out.write_text(HEADER + text, encoding="utf-8")
    sys.stdout.write(f"{len(kept)} weights of {len(names)} features → {args.out}\n")


if __name__ == "__main__":
    main()
