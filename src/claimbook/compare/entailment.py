"""What a cross-encoder in a local folder makes of two texts, where no rule could tell.

Refuses to fetch a model, to run without being asked, and to call its reading more than a tension: it gives no reason.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimbook.compare.verdicts import Verdict

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FILES = ("model.onnx", "tokenizer.json", "config.json")
LONGEST = 512
# a reading counts when it is likelier than all others together
SURE = 0.5
_NUMERIC = frozenset({"numeric", "temporal"})


class EntailmentError(ValueError):
    """Say why a folder holds no model that can be used."""


@dataclass(frozen=True)
class EntailmentModel:
    """Hold a model ready to read pairs; `contradiction` and `entailment` are places among its answers."""

    name: str
    session: Any
    tokenizer: Any
    contradiction: int
    entailment: int | None

    def read(self, premise: str, hypothesis: str) -> NDArray[np.float64]:
        """Give how likely each answer is, summing to one."""
        import numpy as np

        coded = self.tokenizer.encode(premise, hypothesis)
        given = {"input_ids": coded.ids, "attention_mask": coded.attention_mask, "token_type_ids": coded.type_ids}
        asked = [wanted.name for wanted in self.session.get_inputs()]
        answers = self.session.run(None, {name: np.array([given[name]], dtype=np.int64) for name in asked})[0][0]
        powers = np.exp(answers.astype(np.float64) - answers.max())
        likely: NDArray[np.float64] = powers / powers.sum()
        return likely

    def relate(self, a: str, b: str) -> Verdict:
        """Say what the model makes of two texts, each read in the light of the other."""
        forth, back = self.read(a, b), self.read(b, a)
        if (forth[self.contradiction] + back[self.contradiction]) / 2 > SURE:
            why = f"the entailment model {self.name} reads one as denying the other; no rule says so"
            return Verdict("tension", "polarity", why, "entailment")
        if self.entailment is not None and max(forth[self.entailment], back[self.entailment]) > SURE:
            why = f"the entailment model {self.name} reads one as following from the other"
            return Verdict("agree", "polarity", why, "entailment")
        why = f"the entailment model {self.name} reads neither as following from or denying the other"
        return Verdict("not_comparable", "polarity", why, "entailment")


def _labels(path: Path) -> dict[str, int]:
    try:
        named = json.loads(path.read_text(encoding="utf-8"))["id2label"]
        return {str(label).lower(): int(number) for number, label in named.items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise EntailmentError(f"{path}: needs id2label, which names the model's answers") from error


def _session(path: Path) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    # one thread adds up in one order: the same answers on every run
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 4
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime's errors share no class of their own
        raise EntailmentError(f"{path}: not an ONNX model that can be run: {str(error)[:200]}") from error


def _tokenizer(path: Path, length: object) -> Any:
    from tokenizers import Tokenizer

    try:
        tokenizer = Tokenizer.from_file(str(path))
    except Exception as error:  # tokenizers raises plain Exception
        raise EntailmentError(f"{path}: not a tokenizer: {str(error)[:200]}") from error
    fixed = length if isinstance(length, int) else None
    tokenizer.enable_truncation(fixed or LONGEST)
    tokenizer.no_padding()
    if fixed:
        tokenizer.enable_padding(length=fixed)
    return tokenizer


def load_entailment_model(folder: Path) -> EntailmentModel:
    """Load the cross-encoder of a folder: `model.onnx`, `tokenizer.json`, and `config.json` with `id2label`.

    Raises EntailmentError where a file is missing or unfit, or the extra `entailment` is not installed.
    """
    missing = [name for name in FILES if not (folder / name).is_file()]
    if missing:
        raise EntailmentError(f"{folder}: an entailment model needs {', '.join(missing)}")
    labels = _labels(folder / "config.json")
    if "contradiction" not in labels:
        raise EntailmentError(f"{folder / 'config.json'}: none of the answers is called contradiction")
    try:
        session = _session(folder / "model.onnx")
        shape = session.get_inputs()[0].shape
        tokenizer = _tokenizer(folder / "tokenizer.json", shape[1] if len(shape) > 1 else None)
    except ImportError as error:
        raise EntailmentError("an entailment model needs the extra: pip install 'claimbook[entailment]'") from error
    model = EntailmentModel(folder.name, session, tokenizer, labels["contradiction"], labels.get("entailment"))
    try:
        fits = model.read("It rains.", "It is wet.").shape == (len(labels),)
    except Exception as error:  # what a model cannot take, onnxruntime says in errors of its own
        raise EntailmentError(f"{folder / 'model.onnx'}: cannot read a pair of texts: {str(error)[:200]}") from error
    if not fits or sorted(labels.values()) != list(range(len(labels))):
        raise EntailmentError(f"{folder / 'config.json'}: names {len(labels)} answers, and the model gives others")
    return model


def settle(verdict: Verdict, a: str, b: str, model: EntailmentModel) -> Verdict:
    """Let a model speak where the rules found no clash; what figures decided stands."""
    decided = verdict.relation in ("contradict", "tension") or verdict.kind in _NUMERIC
    return verdict if decided else model.relate(a, b)
