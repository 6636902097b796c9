"""`claimbook evidence status`, `agreement`, and what `validate` and `check` say of evidence."""

import hashlib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimbook.cli.app import app

TEXT = "Tea helps 80% of people. It is older than coffee. Cups are small.\n"
CATALOGUE = """\
article: {id: tea, title: null, publisher: null, url: null, published: null, text: articles/tea.txt,
  sha256: SUM, interests: null}
claims:
- {id: tea/aaaaaa, quote: Tea helps 80% of people, at: [0, 23], kind: efficacy, worth: 3}
- {id: tea/bbbbbb, quote: It is older than coffee, at: [25, 48], kind: history, worth: 3}
"""
RECORD = """\
id: moe
design: cohort
title: null
authors: Moe
year: 2003
published_in: null
doi: null
pmid: null
population: null
intervention: null
comparator: null
n: null
n_studies: null
findings:
- {outcome: better, measure: null, value: VALUE, unit: percent, timepoint: null, count: 9, of: 20}
summary: null
limits: null
funding: null
risk_of_bias: null
read: {how_much: READ, at: null, on: null}
"""
FIRST = "- {claim: tea/aaaaaa, verdict: contradicts, against: [moe], why: 45%, by: Ada}\n"
SECOND = "- {claim: tea/aaaaaa, verdict: not found, why: elsewhere, by: Bo}\n"
OTHER = "- {claim: tea/bbbbbb, verdict: supports, supporting: [moe], why: old, by: Ada}\n"


@pytest.fixture
def tea(tmp_path: Path) -> Path:
    for folder in ("claims/articles", "evidence/records", "evidence/assessments"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "claims/articles/tea.txt").write_text(TEXT)
    checksum = hashlib.sha256(TEXT.encode()).hexdigest()
    (tmp_path / "claims/tea.yaml").write_text(CATALOGUE.replace("SUM", checksum))
    return tmp_path


def judge(root: Path, *items: str, value: str = "45", read: str = "abstract") -> Path:
    (root / "evidence/records/moe.yaml").write_text(RECORD.replace("VALUE", value).replace("READ", read))
    (root / "evidence/assessments/tea.yaml").write_text("article: tea\nassessments:\n" + "".join(items))
    return root


def run(*arguments: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    return result.exit_code, result.stdout, result.stderr


def test_no_evidence_is_nothing_to_check(tea: Path) -> None:
    assert run("evidence", "status", tea) == (0, "", "nothing to check: the review has no evidence\n")
    assert run("evidence", "agreement", tea) == (0, "", "nothing to check: no words were judged by two readers\n")


def test_status_lists_what_nobody_judged(tea: Path) -> None:
    code, out, _ = run("evidence", "status", judge(tea, FIRST))
    assert code == 1
    assert "1 no assessment at all, and worth checking\n  tea/bbbbbb\n" in out
    code, out, _ = run("evidence", "status", judge(tea, FIRST, OTHER))
    assert code == 0
    assert "contradicts" in out


def test_status_shows_downgraded_verdicts_and_misfits(tea: Path) -> None:
    code, out, _ = run("evidence", "status", judge(tea, FIRST, OTHER, value="54", read="snippet"))
    assert code == 1
    assert "tea/aaaaaa: contradicts rests on sources read as a snippet alone; stands as against, unconfirmed" in out
    assert "moe: better: 9 of 20 is 45.0%, printed is 54%" in out


def test_agreement_shows_kappa_and_every_disagreement(tea: Path) -> None:
    code, out, _ = run("evidence", "agreement", judge(tea, FIRST, SECOND, OTHER, OTHER.replace("Ada", "Bo")))
    assert code == 1
    assert "Ada and Bo: 1 of 2 judged alike; Cohen's kappa" in out
    assert "tea/aaaaaa\n  Ada: contradicts. 45%\n  Bo: not found. elsewhere\n" in out
    code, out, _ = run("evidence", "agreement", judge(tea, OTHER, OTHER.replace("Ada", "Bo")))
    assert code == 0
    assert "no kappa" in out


def test_evidence_with_problems_could_not_be_checked(tea: Path) -> None:
    judge(tea, FIRST.replace("[moe]", "[]"))
    for command in (["evidence", "status"], ["evidence", "agreement"], ["validate"], ["check"]):
        code, out, err = run(*command, tea)
        assert code == 2
        assert "R167" in out + err


def test_validate_counts_the_evidence_and_notes_misfits(tea: Path) -> None:
    code, out, err = run("validate", judge(tea, FIRST, value="54"))
    assert (code, out) == (0, "1 article, 2 claims, 1 record, 1 assessment: valid\n")
    assert err == "a source contradicts itself: moe: better: 9 of 20 is 45.0%, printed is 54%\n"


def test_check_says_how_many_claims_nobody_assessed(tea: Path) -> None:
    code, out, err = run("check", judge(tea, FIRST, SECOND), "--select", "E4")
    assert code == 1
    assert [line.split()[1] for line in out.splitlines()] == ["E401", "E405"]
    assert "; 1 claim not yet assessed by the evidence" in err
    assert "not yet assessed" not in run("check", judge(tea, FIRST, OTHER))[2]


def test_an_article_outside_a_review_has_no_evidence(tea: Path) -> None:
    judge(tea, FIRST)
    assert run("check", tea / "claims/articles/tea.txt", "--select", "A203,E4")[:2] == (0, "")
