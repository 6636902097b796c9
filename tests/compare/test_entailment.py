"""A cross-encoder from a local folder, built here. Sentences are our own."""

import json
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimbook.cli.app import app
from claimbook.compare.entailment import EntailmentError, load_entailment_model
from claimbook.compare.relating import relate


def _tiny():
    spec = spec_from_file_location("tiny_entailment", Path(__file__).with_name("tiny_entailment.py"))
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return _tiny().build(tmp_path_factory.mktemp("models") / "tiny")


READ = [
    ("Wolves are back", "therefore sheep stay in", "agree"),
    ("Wolves are back", "that was denied in town", "tension"),
    ("Wolves are back", "the bakery opened", "not_comparable"),
]


@pytest.mark.parametrize(("a", "b", "relation"), READ, ids=[row[2] for row in READ])
def test_the_model_speaks_where_rules_are_silent(folder, a, b, relation):
    verdict = relate(a, b, load_entailment_model(folder))
    assert (verdict.relation, "the entailment model tiny" in verdict.why) == (relation, True)


def test_what_the_rules_decide_stands(folder):
    model = load_entailment_model(folder)
    figures = relate("The city has 400 buses", "therefore the city has 350 buses", model)
    assert (figures.relation, figures.kind) == ("contradict", "numeric")
    assert relate("The bridge is safe", "therefore the bridge is unsafe", model).relation == "contradict"


def test_without_a_folder_nothing_changes_and_nothing_is_imported(folder):
    assert "entailment" not in relate("Wolves are back", "that was denied in town").why
    code = "import sys, claimbook.compare.relating as r; r.relate('a b', 'c d'); print('onnxruntime' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "False\n"


def test_the_command_takes_a_folder(folder):
    line = json.dumps({"a": "Wolves are back", "b": "that was denied in town"}) + "\n"
    results = [
        CliRunner().invoke(app, ["relate", *option], input=line) for option in ([], ["--entailment-model", str(folder)])
    ]
    assert [json.loads(r.stdout)["relation"] for r in results] == ["not_comparable", "tension"]
    again = CliRunner().invoke(app, ["relate", "--entailment-model", str(folder)], input=line)
    assert again.stdout == results[1].stdout


def _copy(folder, to):
    to.mkdir()
    for name in ("model.onnx", "tokenizer.json", "config.json"):
        (to / name).write_bytes((folder / name).read_bytes())
    return to


BROKEN = [
    ("model.onnx", None, "needs model.onnx"),
    ("model.onnx", b"no model", "not an ONNX model"),
    ("tokenizer.json", b"{}", "not a tokenizer"),
    ("config.json", b"[", "needs id2label"),
    ("config.json", b'{"id2label": {"0": "yes", "1": "no", "2": "maybe"}}', "called contradiction"),
    ("config.json", b'{"id2label": {"0": "other", "1": "contradiction"}}', "names 2 answers"),
]


@pytest.mark.parametrize(("name", "data", "said"), BROKEN, ids=[row[2] for row in BROKEN])
def test_an_unfit_folder_is_refused(folder, tmp_path, name, data, said):
    broken = _copy(folder, tmp_path / "broken")
    if data is None:
        (broken / name).unlink()
    else:
        (broken / name).write_bytes(data)
    with pytest.raises(EntailmentError, match=said):
        load_entailment_model(broken)
    result = CliRunner().invoke(app, ["relate", "--entailment-model", str(broken)], input='{"a": "x", "b": "y"}\n')
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_a_missing_extra_is_named(folder, monkeypatch):
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(EntailmentError, match=r"claimbook\[entailment\]"):
        load_entailment_model(folder)
