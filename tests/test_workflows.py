"""The files that GitHub reads: sound by its own schemas, hardened, and in step with the portal."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from conftest import ROOT

from generator.model.profil import Jenis
from generator.usulan import maintainers

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.stem != "config")
PIN = re.compile(r"uses: ([a-z-]+/[a-z-]+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)")
OWNER = re.compile(r"@[A-Za-z0-9-]+(/[A-Za-z0-9._-]+)?|[^@\s]+@[^@\s]+")


def load(path: Path) -> Any:
    """Return what *path* holds; `on` is no truth value here."""
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - it makes only texts


def program(*command: str) -> tuple[int, str]:
    """Run a program of this environment and return how it ended and what it said."""
    path = Path(sys.executable).parent / command[0]
    done = subprocess.run([path, *command[1:]], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_zizmor() -> None:
    """The auditor of workflows, as strict as it can be, has nothing to say."""
    assert program("zizmor", "--color=never", "--offline", "--quiet", "--no-progress", "--persona", "pedantic", str(GITHUB)) == (
        0,
        "No findings to report. Good job!\n",
    )


@pytest.mark.parametrize(
    ("schema", "paths"),
    [
        ("github-workflows", WORKFLOWS),
        ("github-issue-forms", FORMS),
        ("github-issue-config", [GITHUB / "ISSUE_TEMPLATE/config.yml"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_schemas(schema: str, paths: list[Path]) -> None:
    """Each file is one that GitHub takes."""
    assert program("check-jsonschema", "--builtin-schema", f"vendor.{schema}", *map(str, paths)) == (0, "ok -- validation done\n")


def test_actions_are_pinned() -> None:
    """Every action is named by its commit, and everywhere by the same one."""
    text = "".join(path.read_text("utf-8") for path in WORKFLOWS)
    pins = set(PIN.findall(text))

    assert text.count("uses:") - text.count("uses: $/") == len(PIN.findall(text))
    assert len(pins) == len({action for action, _, _ in pins})


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_hardened(path: Path) -> None:
    """No right but those that a job names, no job without an end, and nobody's text in a shell but as a variable."""
    workflow = load(path)

    assert workflow["permissions"] == {}
    assert "concurrency" in workflow
    assert "secrets." not in path.read_text("utf-8")
    assert all("permissions" in job for job in workflow["jobs"].values())
    for job in [job for job in workflow["jobs"].values() if not job.get("uses", "").startswith("$/")]:
        assert {"timeout-minutes", "runs-on"} <= job.keys()
        assert [step["run"] for step in job["steps"] if "${{" in step.get("run", "")] == []
        checkouts = [step["with"] for step in job["steps"] if step.get("uses", "").startswith("actions/checkout@")]
        assert all(given["persist-credentials"] == "false" for given in checkouts)


def test_a_proposal_can_take_nothing() -> None:
    """Its workflow runs on `pull_request` only, reads, and writes to no cache; publishing and its rights are for main."""
    proposal, publish = (load(GITHUB / f"workflows/{name}.yml") for name in ("usulan", "terbit"))
    used = [step.get("uses", "") for job in proposal["jobs"].values() for step in job["steps"]]

    assert list(proposal["on"]) == ["pull_request"]
    assert [job["permissions"] for job in proposal["jobs"].values()] == [{"contents": "read"}] * 2
    assert not any("cache" in action for action in used)
    assert publish["on"]["push"] == {"branches": ["main"]}
    assert all("github.ref == 'refs/heads/main'" in publish["jobs"][name]["if"] for name in ("tautan", "bangun"))
    assert publish["jobs"]["terbit"]["environment"]["name"] == "github-pages"
    assert {name: job["permissions"] for name, job in publish["jobs"].items()} == {
        "tautan": {"contents": "read"},
        "bangun": {"contents": "read"},
        "asal": {"id-token": "write", "attestations": "write"},
        "terbit": {"pages": "write", "id-token": "write"},
    }


def test_forms() -> None:
    """Each form has a name of its own and asks for something."""
    forms = [load(path) for path in FORMS]

    assert len({form["name"] for form in forms}) == len(forms) == 4
    assert all(any(item.get("validations", {}).get("required") == "true" for item in form["body"]) for form in forms)


def test_the_form_for_mistakes_is_filled_in() -> None:
    """What the pages' link fills in is a field of the form it names."""
    macro = (ROOT / "theme/macros/umum.html").read_text("utf-8")
    link = re.search(r"issues/new\?template=([a-z-]+\.yml)&amp;([a-z]+)=", macro)

    assert link is not None
    assert link[2] in {item.get("id") for item in load(GITHUB / "ISSUE_TEMPLATE" / link[1])["body"]}


def test_the_form_for_satker_knows_their_kinds() -> None:
    """Its choices are those of the records."""
    fields = {item["id"]: item for item in load(GITHUB / "ISSUE_TEMPLATE/satker-baru.yml")["body"] if "id" in item}

    assert fields["jenis"]["attributes"]["options"] == list(get_args(Jenis))


def test_codeowners() -> None:
    """Every line is a pattern with owners as GitHub reads them, and somebody owns everything."""
    text = (GITHUB / "CODEOWNERS").read_text("utf-8")
    rows = [line.split() for line in text.splitlines() if line and not line.startswith("#")]

    assert [row for row in rows if len(row) < 2 or not all(OWNER.fullmatch(owner) for owner in row[1:])] == []
    assert maintainers(text) != frozenset()
