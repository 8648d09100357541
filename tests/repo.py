"""Repositories of git for the tests, trees that git itself would not make included."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

WHO = {
    f"GIT_{role}_{what}": value
    for role in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "uji"), ("EMAIL", "uji@contoh.example"))
}
PLAIN = {**os.environ, **WHO, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


def git(folder: Path, *arguments: str, given: bytes = b"") -> str:
    """Run git in *folder* and return what it says."""
    command = ["git", "-c", "init.defaultBranch=main", *arguments]
    return subprocess.run(command, cwd=folder, env=PLAIN, input=given, capture_output=True, check=True).stdout.decode().strip()


def commit_all(folder: Path) -> str:
    """Commit everything in *folder* and return the commit."""
    git(folder, "add", "--all", "--force")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "uji")
    return git(folder, "rev-parse", "HEAD")


def commit_raw(folder: Path, base: str, files: Mapping[str, tuple[str, bytes]]) -> str:
    """
    Return a commit after *base* that adds *files* (mode and content) by any path, ``..`` included, whatever git thinks of it.

    The content of a submodule is the id of its commit.
    """
    tree = _tree(folder, f"{base}:", files)
    return git(folder, "commit-tree", tree, "-p", base, "-m", "uji")


def _tree(folder: Path, old: str, files: Mapping[str, tuple[str, bytes]]) -> str:
    """Write the tree *old* with *files* in it; *old* may be none."""
    rows = {}
    for name in {path.partition("/")[0] for path in files}:
        inner = {path.partition("/")[2]: file for path, file in files.items() if path.partition("/")[0] == name}
        mode, content = inner.get("", ("040000", b""))
        rows[name] = (mode, _blob(folder, mode, content) if "" in inner else _tree(folder, f"{old}{name}/", inner))
    return _written(folder, _entries(folder, old.removesuffix("/")) | rows)


def _entries(folder: Path, tree: str) -> dict[str, tuple[str, str]]:
    try:
        listed = git(folder, "ls-tree", "-z", tree)
    except subprocess.CalledProcessError:
        return {}
    rows = (row.split("\t", 1) for row in listed.split("\0") if row)
    return {name: (about.split()[0], about.split()[2]) for about, name in rows}


def _blob(folder: Path, mode: str, content: bytes) -> str:
    return content.decode() if mode == "160000" else git(folder, "hash-object", "-w", "--stdin", given=content)


def _written(folder: Path, rows: Mapping[str, tuple[str, str]]) -> str:
    """Write a tree in the order that git keeps: folders as if their names ended with a slash."""
    ordered = sorted(rows.items(), key=lambda row: f"{row[0]}/" if row[1][0] == "040000" else row[0])
    raw = b"".join(f"{mode.lstrip('0')} {name}\0".encode() + bytes.fromhex(id_) for name, (mode, id_) in ordered)
    return git(folder, "hash-object", "-t", "tree", "-w", "--stdin", "--literally", given=raw)
