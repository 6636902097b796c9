"""Build a folder with a cross-encoder that answers by three words. ONNX is written field by field."""

import json
import struct

from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace
from tokenizers.processors import BertProcessing

WORDS = ["[UNK]", "[CLS]", "[SEP]", "denied", "therefore"]
LABELS = ["entailment", "neutral", "contradiction"]
# what each word adds to entailment, neutral, contradiction
WEIGHTS = {"[CLS]": (0, 1, 0), "denied": (0, 0, 4), "therefore": (4, 0, 0)}
_INT64, _FLOAT = 7, 1


def _varint(value):
    out = b""
    while value > 127:
        out, value = out + bytes([value & 127 | 128]), value >> 7
    return out + bytes([value])


def _field(number, value):
    if isinstance(value, int):
        return _varint(number << 3) + _varint(value)
    data = value.encode() if isinstance(value, str) else value
    return _varint(number << 3 | 2) + _varint(len(data)) + data


def _tensor(name, kind, shape, data):
    return b"".join(_field(1, n) for n in shape) + _field(2, kind) + _field(8, name) + _field(9, data)


def _value(name, kind, *shape):
    dims = b"".join(_field(1, _field(1, n) if isinstance(n, int) else _field(2, n)) for n in shape)
    return _field(1, name) + _field(2, _field(1, _field(1, kind) + _field(2, dims)))


def _node(kind, inputs, output, attribute=None):
    given = b"".join(_field(1, name) for name in inputs)
    named = _field(5, _field(1, attribute) + _field(3, 0) + _field(20, 2)) if attribute else b""
    return given + _field(2, output) + _field(4, kind) + named


def _model():
    table = b"".join(struct.pack("<3f", *WEIGHTS.get(word, (0, 0, 0))) for word in WORDS)
    graph = _field(1, _node("Gather", ["table", "input_ids"], "seen", "axis"))
    graph += _field(1, _node("ReduceSum", ["seen", "one"], "logits", "keepdims"))
    graph += _field(2, "tiny")
    graph += _field(5, _tensor("table", _FLOAT, (len(WORDS), 3), table))
    graph += _field(5, _tensor("one", _INT64, (1,), struct.pack("<q", 1)))
    graph += _field(11, _value("input_ids", _INT64, "batch", "length"))
    graph += _field(12, _value("logits", _FLOAT, "batch", 3))
    return _field(1, 8) + _field(7, graph) + _field(8, _field(2, 13))


def build(folder):
    """Write the three files of the model and give the folder."""
    folder.mkdir()
    (folder / "model.onnx").write_bytes(_model())
    tokenizer = Tokenizer(WordLevel({word: n for n, word in enumerate(WORDS)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    tokenizer.post_processor = BertProcessing(("[SEP]", 2), ("[CLS]", 1))
    tokenizer.save(str(folder / "tokenizer.json"))
    (folder / "config.json").write_text(json.dumps({"id2label": dict(enumerate(LABELS))}))
    return folder
