"""`claimbook evidence` against a local server: records written, verified, refused; exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimbook.cli.evidence import evidence
from claimbook.evidence.lookup.drafting import draft
from claimbook.evidence.lookup.metadata import Author, Metadata
from claimbook.evidence.nouns import Record
from claimbook.evidence.writing import write_record
from claimbook.review.reading import load

WORK = {
    "DOI": "10.1234/ice.5",
    "title": ["Dust on firn"],
    "author": [{"given": "Ngozi A.", "family": "Okafor"}],
    "issued": {"date-parts": [[2019, 12]]},
    "published-print": {"date-parts": [[2020]]},
    "container-title": ["Annals of Ice"],
    "volume": "8",
}
DOCUMENT = {
    "uid": "31",
    "title": "Dust on firn.",
    "pubdate": "2020 Feb",
    "authors": [{"name": "Okafor NA", "authtype": "Author"}],
    "fulljournalname": "Annals of ice",
    "pubtype": ["Journal Article", "Case Reports"],
    "articleids": [{"idtype": "doi", "value": "10.1234/ice.5"}],
}
KNOWN = Metadata(
    "x", title="Dust on firn", authors=(Author("Okafor", "NA"),), years=(2019,), doi="10.1234/ice.5", pmid="31"
)


@pytest.fixture
def review(tmp_path: Path) -> Path:
    folder = tmp_path / "review"
    (folder / "claims" / "articles").mkdir(parents=True)
    (folder / "evidence" / "records").mkdir(parents=True)
    return folder


@pytest.fixture
def run(environment):
    runner = CliRunner()
    return lambda *arguments: runner.invoke(evidence, [str(one) for one in arguments], catch_exceptions=False)


@pytest.fixture
def registries(services, work_reply, summary_reply, search_reply):
    services.doi("10.1234/ice.5", work_reply(WORK))
    services.replies["/esearch.fcgi"] = search_reply("31")
    services.replies["/esummary.fcgi"] = summary_reply(DOCUMENT)
    return services


def record_in(review: Path, name: str) -> Record:
    return load(review / "evidence" / "records" / f"{name}.yaml", Record)


class TestAdd:
    @pytest.mark.parametrize("given", ["10.1234/ICE.5", "https://doi.org/10.1234/ice.5", "PMID 31"])
    def test_a_record_is_written_with_what_both_registries_say(self, run, review, registries, given):
        result = run("add", given, "--review", review)
        assert result.exit_code == 0, result.output
        record = record_in(review, "okafor-2019-dust-firn")
        assert (record.doi, record.pmid, record.year, record.design) == ("10.1234/ice.5", "31", 2019, "case report")
        assert (record.authors, record.published_in) == ("Okafor NA", "Annals of Ice 8")
        assert (record.findings, record.n, record.summary, record.read.how_much) == ((), None, None, None)
        assert result.stdout == f"written: {review.as_posix()}/evidence/records/okafor-2019-dust-firn.yaml\n"

    def test_the_same_source_twice_is_refused_and_named(self, run, review, registries):
        run("add", "10.1234/ice.5", "--review", review, "--id", "first")
        before = (review / "evidence" / "records" / "first.yaml").read_bytes()
        for given in ("10.1234/ice.5", "31"):
            result = run("add", given, "--review", review)
            assert result.exit_code == 2
            assert "evidence/records/first.yaml has this DOI 10.1234/ice.5 already" in result.stderr
        assert (review / "evidence" / "records" / "first.yaml").read_bytes() == before
        assert len(list((review / "evidence" / "records").iterdir())) == 1

    def test_a_name_that_is_taken_is_refused(self, run, review, registries):
        write_record(review, draft(Metadata("x", title="Other", years=(1999,)), "first"))
        result = run("add", "10.1234/ice.5", "--review", review, "--id", "first")
        assert result.exit_code == 2
        assert "first.yaml is there already" in result.stderr

    def test_offline(self, run, review, environment, services):
        services.close()
        environment(RETRY_WAIT="0", TIMEOUT="1")
        result = run("add", "10.1234/ice.5", "--review", review)
        assert result.exit_code == 2
        assert "offline" in result.stderr
        assert result.stderr.endswith("could not check\n")
        assert not list((review / "evidence" / "records").iterdir())

    def test_pubmed_down_leaves_the_pmid_open_and_says_so(self, run, review, registries, reply):
        registries.replies["/esearch.fcgi"] = reply(status=500)
        result = run("add", "10.1234/ice.5", "--review", review)
        assert result.exit_code == 0
        assert "the PMID is left open" in result.stderr
        assert record_in(review, "okafor-2019-dust-firn").pmid is None

    def test_an_unknown_doi_writes_nothing_and_the_others_are_written(self, run, review, registries):
        result = run("add", "10.9999/none", "10.1234/ice.5", "--review", review)
        assert result.exit_code == 2
        assert "Crossref knows no DOI 10.9999/none" in result.stderr
        assert [path.name for path in (review / "evidence" / "records").iterdir()] == ["okafor-2019-dust-firn.yaml"]

    def test_a_retraction_is_told_at_once(self, run, review, registries, work_reply):
        notice = {"DOI": "10.1234/r", "type": "retraction"}
        registries.doi("10.1234/ice.5", work_reply({**WORK, "updated-by": [notice]}))
        result = run("add", "10.1234/ice.5", "--review", review)
        assert "Notices: retraction (10.1234/r)" in result.stderr

    def test_a_page(self, run, review, services, reply):
        services.replies["/a"] = reply("<title>Ice facts</title>", type="text/html")
        result = run("add", f"{services.url}/a", "--review", review, "--id", "facts")
        assert result.exit_code == 0, result.output
        record = record_in(review, "facts")
        assert (record.title, record.read.at, record.design) == ("Ice facts", f"{services.url}/a", None)

    def test_a_private_page_is_refused(self, run, review, environment, services, reply):
        services.replies["/a"] = reply("<title>Router</title>", type="text/html")
        environment(CROSSREF_URL="https://crossref.example", PUBMED_URL="https://pubmed.example")
        result = run("add", f"{services.url}/a", "--review", review)
        assert result.exit_code == 2
        assert "private address" in result.stderr
        assert services.asked == []

    def test_a_file_that_names_a_doi(self, run, review, registries, tmp_path):
        note = tmp_path / "note.txt"
        note.write_text("See doi:10.1234/ice.5.")
        assert run("add", note, "--review", review).exit_code == 0
        assert record_in(review, "okafor-2019-dust-firn").pmid == "31"

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (["10.1234/a", "10.1234/b", "--id", "x"], "--id names one record"),
            (["10.1234/a", "--id", "Not An Id"], "lower-case letters"),
            (["no-such-thing"], "no DOI"),
        ],
    )
    def test_bad_arguments(self, run, review, services, arguments, told):
        result = run("add", *arguments, "--review", review)
        assert result.exit_code == 2
        assert told in result.stderr
        assert services.asked == []

    def test_a_folder_that_is_no_review(self, run, tmp_path, registries):
        result = run("add", "10.1234/ice.5", "--review", tmp_path / "none")
        assert result.exit_code == 2
        assert "not a review" in result.stderr

    @pytest.mark.parametrize(
        ("name", "value"), [("MAILTO", "nobody"), ("TIMEOUT", "soon"), ("CROSSREF_URL", "ftp://x"), ("PUBMED_URL", "x")]
    )
    def test_a_wrong_setting_is_told(self, run, review, environment, name, value):
        environment(**{name: value})
        result = run("add", "10.1234/ice.5", "--review", review)
        assert result.exit_code == 2
        assert "could not check" in result.stderr


class TestImportAndExport:
    @pytest.mark.parametrize(("form", "suffix"), [("bibtex", "bib"), ("ris", "ris"), ("csl", "json")])
    def test_records_come_back(self, run, review, tmp_path, form, suffix):
        write_record(review, draft(KNOWN, "okafor-2019"))
        write_record(review, draft(Metadata("x", title="A & B_c", others=False), "second"))
        out = run("export", review, "--format", form)
        assert out.exit_code == 0
        file = tmp_path / f"out.{suffix}"
        file.write_text(out.stdout)
        other = tmp_path / "other"
        (other / "claims" / "articles").mkdir(parents=True)
        result = run("import", file, "--review", other)
        assert result.exit_code == 0, result.output
        for name in ("okafor-2019", "second"):
            mine, theirs = record_in(review, name), record_in(other, name)
            assert theirs.model_copy(update={"note": mine.note}) == mine
        assert f"Metadata from out.{suffix}" in record_in(other, "second").note

    def test_importing_again_writes_nothing(self, run, review, tmp_path):
        file = tmp_path / "a.bib"
        file.write_text("@article{a, title={Ice}, year=2019}")
        assert run("import", file, "--review", review).exit_code == 0
        result = run("import", file, "--review", review)
        assert result.exit_code == 2
        assert "a.yaml has this title and year already" in result.stderr

    def test_a_file_with_a_broken_entry_is_refused_whole(self, run, review, tmp_path):
        file = tmp_path / "a.bib"
        file.write_text("@article{a, title={Ice}}\n@article{b, title={x\n")
        result = run("import", file, "--review", review)
        assert result.exit_code == 2
        assert "a.bib: line 2: not BibTeX" in result.stderr
        assert not list((review / "evidence" / "records").iterdir())

    def test_references(self, run, review):
        write_record(review, draft(KNOWN, "okafor-2019"))
        result = run("export", review, "--format", "text")
        assert result.stdout == "Okafor NA (2019). Dust on firn. doi:10.1234/ice.5\n"

    def test_only_some(self, run, review):
        write_record(review, draft(KNOWN, "a"))
        assert run("export", review, "--record", "a").exit_code == 0
        result = run("export", review, "--record", "b")
        assert result.exit_code == 2
        assert "no record is called b" in result.stderr


class TestVerify:
    def verified(self, run, review, *more):
        result = run("verify", review, "--format", "jsonl", *more)
        return result, [json.loads(line) for line in result.stdout.splitlines()]

    def test_all_agree(self, run, review, registries):
        write_record(review, draft(KNOWN, "okafor"))
        result, rows = self.verified(run, review)
        assert result.exit_code == 0, result.output
        assert list(rows[0]) == ["record", "status", "differences", "notices", "asked", "remarks"]
        assert (rows[0]["status"], rows[0]["asked"]) == ("ok", ["Crossref", "PubMed"])
        assert result.stderr == "1 records: 1 ok\n"

    @pytest.mark.parametrize(
        ("change", "field"),
        [
            pytest.param({"title": "Soot on firn"}, "title", id="another title"),
            pytest.param({"year": 2018}, "year", id="a year of no version"),
            pytest.param({"authors": "Reyes C, Okafor NA"}, "first author", id="another first author"),
            pytest.param({"doi": "10.1234/none", "pmid": None}, "doi", id="a DOI nobody registered"),
            pytest.param({"doi": None, "pmid": "32"}, "pmid", id="a PMID nobody has"),
            pytest.param({"doi": "10.1234/other"}, "doi", id="the DOI of another work"),
        ],
    )
    def test_what_differs(self, run, review, registries, work_reply, summary_reply, change, field):
        other = {**WORK, "DOI": "10.1234/other"}
        registries.doi("10.1234/other", work_reply(other))
        if change.get("pmid") == "32":
            registries.replies["/esummary.fcgi"] = summary_reply({"uid": "32", "error": "cannot get document summary"})
        write_record(review, draft(KNOWN, "okafor").model_copy(update=change))
        result, rows = self.verified(run, review)
        assert result.exit_code == 1
        assert rows[0]["status"] == "differs"
        assert field in {one["field"] for one in rows[0]["differences"]}

    @pytest.mark.parametrize(
        "change",
        [
            pytest.param({"year": 2020}, id="the year in print"),
            pytest.param({"title": "DUST  on Firn."}, id="case and punctuation"),
            pytest.param({"title": "Dust on firn: a field study"}, id="with a subtitle"),
            pytest.param({"authors": "Ókafor et al."}, id="accents"),
            pytest.param({"authors": None, "title": None, "year": None}, id="left open"),
        ],
    )
    def test_what_is_the_same_in_other_words(self, run, review, registries, change):
        write_record(review, draft(KNOWN, "okafor").model_copy(update=change))
        assert self.verified(run, review)[0].exit_code == 0

    @pytest.mark.parametrize(
        ("kind", "status", "code"),
        [
            ("retraction", "retracted", 1),
            ("withdrawal", "retracted", 1),
            ("expression_of_concern", "concern", 1),
            ("correction", "ok", 0),
        ],
    )
    def test_notices(self, run, review, registries, work_reply, kind, status, code):
        registries.doi("10.1234/ice.5", work_reply({**WORK, "updated-by": [{"DOI": "10.1234/n", "type": kind}]}))
        write_record(review, draft(KNOWN, "okafor"))
        result, rows = self.verified(run, review)
        assert (result.exit_code, rows[0]["status"]) == (code, status)
        assert rows[0]["notices"][0] == {"kind": kind, "doi": "10.1234/n", "source": None}

    def test_a_retracted_title_is_the_same_title(self, run, review, registries, work_reply):
        registries.doi("10.1234/ice.5", work_reply({**WORK, "title": ["RETRACTED: Dust on firn"]}))
        write_record(review, draft(KNOWN, "okafor"))
        _, rows = self.verified(run, review)
        assert (rows[0]["status"], rows[0]["differences"]) == ("retracted", [])

    def test_pubmed_marks_a_retraction_crossref_does_not_know(self, run, review, registries, summary_reply):
        marked = {**DOCUMENT, "pubtype": ["Journal Article", "Retracted Publication"]}
        registries.replies["/esummary.fcgi"] = summary_reply(marked)
        write_record(review, draft(KNOWN, "okafor"))
        assert self.verified(run, review)[1][0]["status"] == "retracted"

    def test_offline(self, run, review, services):
        services.close()
        write_record(review, draft(KNOWN, "okafor"))
        result, rows = self.verified(run, review)
        assert result.exit_code == 2
        assert rows[0]["status"] == "could not check"
        assert rows[0]["asked"] == []
        assert "1 could not check" in result.stderr

    def test_one_registry_that_fails_is_no_agreement(self, run, review, registries, reply):
        registries.replies["/esummary.fcgi"] = reply("<html>", type="text/html")
        write_record(review, draft(KNOWN, "okafor"))
        result, rows = self.verified(run, review)
        assert result.exit_code == 2
        assert (rows[0]["status"], rows[0]["asked"]) == ("could not check", ["Crossref"])
        assert "text/html" in rows[0]["remarks"][0]

    def test_a_finding_counts_more_than_what_could_not_be_checked(self, run, review, registries):
        write_record(review, draft(KNOWN, "okafor").model_copy(update={"year": 1999, "pmid": None}))
        write_record(review, draft(Metadata("x", title="Other", pmid="77"), "other"))
        result, rows = self.verified(run, review)
        assert result.exit_code == 1
        assert [row["status"] for row in rows] == ["differs", "could not check"]

    def test_a_record_without_identifiers_is_not_called_fine(self, run, review, services):
        write_record(review, draft(Metadata("x", title="Page"), "page"))
        result, rows = self.verified(run, review)
        assert (result.exit_code, rows[0]["status"]) == (0, "nothing to check")
        assert "1 nothing to check" in result.stderr

    def test_no_records(self, run, review):
        result, rows = self.verified(run, review)
        assert (result.exit_code, rows) == (0, [])
        assert "nothing to check" in result.stderr

    def test_asked_once_a_day_unless_fresh(self, run, review, registries):
        write_record(review, draft(KNOWN, "okafor"))
        for _ in range(2):
            self.verified(run, review)
        assert len(registries.asked) == 2
        self.verified(run, review, "--fresh")
        assert len(registries.asked) == 4

    def test_for_people(self, run, review, registries):
        write_record(review, draft(KNOWN, "okafor").model_copy(update={"year": 2018}))
        result = run("verify", review)
        assert result.stdout == (
            "okafor: differs (Crossref, PubMed)\n"
            "  year: the record has 2018, Crossref has 2019 or 2020\n"
            "  year: the record has 2018, PubMed has 2020\n"
        )

    def test_hostile_answers_stay_on_their_line(self, run, review, registries, work_reply):
        registries.doi("10.1234/ice.5", work_reply({**WORK, "title": ["Evil\x1b[2J\nokafor: ok\u202e"]}))
        write_record(review, draft(KNOWN, "okafor"))
        out = run("verify", review).stdout
        assert "\x1b" not in out
        assert "\u202e" not in out
        assert out.count("\n") == 2

    def test_a_broken_record_is_told_with_its_line(self, run, review):
        (review / "evidence" / "records" / "x.yaml").write_text("id: x\n")
        result = run("verify", review)
        assert result.exit_code == 2
        assert "x.yaml:1:1: R121" in result.stderr
