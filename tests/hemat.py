"""What need not be done again: a site that many tests look at is built once, a template of the same text is compiled once."""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import CodeType
from typing import Any

import pytest
from jinja2 import Environment

Given = tuple[object, ...]


def _given(env: Environment, source: str, name: str | None, filename: str | None) -> Given:
    """Return all that decides what Jinja makes of *source*."""
    autoescape = env.autoescape(name) if callable(env.autoescape) else env.autoescape
    settings = (env.trim_blocks, env.lstrip_blocks, autoescape, frozenset(env.extensions), frozenset(env.tests))
    return (source, name, filename, *settings, frozenset(env.filters.items()))


@contextmanager
def compiled_once() -> Iterator[None]:
    """Let every environment of Jinja, ours and that of MkDocs, take the code that an equal one made of the same template."""
    compile_, known = Environment.compile, dict[Given, CodeType]()

    def once(env: Environment, source: Any, name: str | None = None, filename: str | None = None, **how: Any) -> Any:
        if how or not isinstance(source, str):
            return compile_(env, source, name, filename, **how)
        given = _given(env, source, name, filename)
        if given not in known:
            known[given] = compile_(env, source, name, filename)
        return known[given]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Environment, "compile", once)
        yield


def built_once(name: str, build: Callable[[Path], object], factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the folder that *build* fills; one process of the run builds it, the others wait for it."""
    base = factory.getbasetemp()
    place = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / f"sekali-{name}"
    with place.with_suffix(".kunci").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not place.exists():
            half = place.with_suffix(".separuh")
            half.mkdir()
            build(half)
            half.rename(place)
    return Path(shutil.copytree(place, factory.mktemp(name), dirs_exist_ok=True))
