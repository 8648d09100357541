"""A small runner of workflows: their `run:` steps in order, with what GitHub would give them, in a folder of their own."""

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from conftest import ROOT
from repo import PLAIN, git

WORKFLOWS = ROOT / ".github/workflows"
TAKERS = {"actions/upload-pages-artifact": "path", "actions/attest-build-provenance": "subject-path"}
SILENT = ("actions/cache", "actions/deploy-pages")
_CALL = re.compile(r"(format|hashFiles)\((.*)\)")


class UnknownError(AssertionError):
    """The workflow uses what this runner does not know, so that nobody can say whether it works."""


def load(name: str) -> Any:
    """Return a workflow as it is written."""
    return yaml.safe_load((WORKFLOWS / f"{name}.yml").read_text("utf-8"))


@dataclass
class Runner:
    """
    One machine: *workspace* is its folder, *origin* the repository it fetches from, *context* what expressions can name.

    *said* is what the steps printed, *summary* what they added to the job summary, *failed* the name of the step that ended it.
    """

    workspace: Path
    origin: Path
    context: dict[str, Any]
    said: str = ""
    summary: str = ""
    failed: str = ""
    artifacts: dict[str, Path] = field(default_factory=dict)
    added: dict[str, str] = field(default_factory=dict)

    def run(self, workflow: Any, job: str) -> "Runner":
        """Run the steps of *job* until one fails; its outputs are in the context `needs` then."""
        self.context = {**self.context, "steps": {}}
        self.workspace.mkdir(parents=True)
        self._lay_files()
        environment = self._values(workflow.get("env", {})) | self._values(workflow["jobs"][job].get("env", {}))
        for step in workflow["jobs"][job]["steps"]:
            if unknown := step.keys() - {"name", "id", "if", "uses", "with", "env", "run", "continue-on-error"}:
                raise UnknownError(unknown)
            if "if" in step and not self.value(step["if"]):
                continue
            outputs = self._use(step) if "uses" in step else self._step(step, environment)
            if self.failed:
                break
            self.context["steps"][step.get("id", "")] = {"outputs": outputs}
        outputs = {} if self.failed else self._values(workflow["jobs"][job].get("outputs", {}))
        self.context = {**self.context, "needs": {**self.context.get("needs", {}), job: {"outputs": outputs}}}
        return self

    def value(self, expression: str) -> Any:
        """Return what an expression means; one that is not understood fails the test."""
        expression = expression.strip()
        if len(parts := expression.split(" || ")) > 1:
            return next((value for part in parts if (value := self.value(part))), "")
        if len(parts := expression.split(" != ")) == 2:
            return self.value(parts[0]) != self.value(parts[1])
        if len(parts := expression.split(" == ")) == 2:
            return self.value(parts[0]) == self.value(parts[1])
        if call := _CALL.fullmatch(expression):
            first, *others = (self.value(part) for part in call[2].split(", "))
            return first.format(*others) if call[1] == "format" else f"sidik-{first}"
        if literal := re.fullmatch(r"'([^']*)'", expression):
            return literal[1]
        if not re.fullmatch(r"[a-z]+(\.[A-Za-z_]+)+", expression):
            raise UnknownError(expression)
        return self._named(expression)

    def text(self, template: object) -> str:
        """Return a text of the workflow with its expressions filled in."""
        return re.sub(r"\$\{\{(.*?)\}\}", lambda match: str(self.value(match[1])), str(template))

    def _named(self, name: str) -> Any:
        value: Any = self.context
        for key in name.split("."):
            if key not in value and name.split(".", maxsplit=1)[0] not in ("vars", "steps", "needs"):
                raise UnknownError(name)
            value = value.get(key, "") if isinstance(value, dict) else ""
        return value

    def _values(self, mapping: dict[str, Any]) -> dict[str, str]:
        return {key: self.text(value) for key, value in mapping.items()}

    def _use(self, step: Any) -> dict[str, str]:
        """Do what an action would do here."""
        action, given = step["uses"].partition("@")[0], self._values(step.get("with", {}))
        if action == "actions/checkout":
            ref = given.get("ref") or self.value("github.sha")
            git(self.workspace, "init", "--quiet")
            git(self.workspace, "remote", "add", "origin", f"file://{self.origin}")
            git(self.workspace, "fetch", "--quiet", "--depth=1", "origin", ref)
            git(self.workspace, "checkout", "--quiet", "--detach", ref)
        elif action == "actions/setup-python":
            self._lay_venv()
        elif action == "actions/upload-artifact":
            self.artifacts[given["name"]] = self._there(given["path"])
        elif action == "actions/download-artifact":
            target = self.workspace / given.get("path", ".")
            target.mkdir(parents=True, exist_ok=True)
            if given["name"] in self.artifacts or "continue-on-error" not in step:
                shutil.copy(self.artifacts[given["name"]], target)
        elif action in TAKERS:
            self._there(given[TAKERS[action]])
        elif action not in SILENT:
            raise UnknownError(action)
        return {"page_url": "https://portal.contoh.example/"} if action == "actions/deploy-pages" else {}

    def _there(self, path: str) -> Path:
        """Return what an action is to take, which the steps before it have made."""
        assert (self.workspace / path).exists(), path
        return self.workspace / path

    def _lay_venv(self) -> None:
        """Put this very environment where `make` looks for it; `make site` in a fresh clone tries the real one elsewhere."""
        folder = self.workspace / ".venv/bin"
        folder.mkdir(parents=True)
        for name in ("python", "zi"):
            (folder / name).symlink_to(Path(sys.executable).parent / name)
        for stamp in ("site", "npm"):
            (self.workspace / f".venv/{stamp}.stamp").touch()
        for compiled in (self.origin / "generator").rglob("__pycache__"):
            shutil.copytree(compiled, self.workspace / compiled.relative_to(self.origin))

    def _lay_files(self) -> None:
        for name in ("GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_STEP_SUMMARY"):
            self._file(name).write_text("", "utf-8")

    def _file(self, name: str) -> Path:
        return self.workspace.parent / f"{self.workspace.name}-{name}"

    def _step(self, step: Any, environment: dict[str, str]) -> dict[str, str]:
        """Run one step as GitHub's bash does and take what it leaves in its files."""
        self._lay_files()
        files = {name: str(self._file(name)) for name in ("GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_STEP_SUMMARY")}
        files["RUNNER_TEMP"] = self.value("runner.temp") if "runner" in self.context else ""
        kept = {key: PLAIN[key] for key in PLAIN if not key.startswith(("PORTAL_", "SOURCE_DATE"))}
        given = {**kept, **environment, **self.added, **self._values(step.get("env", {})), **files}
        done = subprocess.run(
            ["bash", "-e", "-c", step["run"]],  # noqa: S607
            cwd=self.workspace,
            env={**given, "PYTHONPATH": str(self.workspace), "CI": "true"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        self.said += done.stdout.decode()
        self.summary += self._file("GITHUB_STEP_SUMMARY").read_text("utf-8")
        self.added |= self._lines("GITHUB_ENV")
        self.failed = step["name"] if done.returncode else ""
        return self._lines("GITHUB_OUTPUT")

    def _lines(self, name: str) -> dict[str, str]:
        return dict(line.split("=", 1) for line in self._file(name).read_text("utf-8").splitlines())
