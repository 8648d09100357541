"""
Ask OSV whether a weakness is known of anything that is locked or bundled into the editor: `make audit`.

Exit code 0: asked, and nothing is known; 1: something is; 3: not, or not of everything, could be asked: never taken for 0.
"""

import json
import os
import sys
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from urllib3 import PoolManager, Retry
from urllib3.exceptions import HTTPError

from generator import editor
from generator.locks import Locks

CLEAN, KNOWN, UNASKED = 0, 1, 3
SERVICE = os.environ.get("OSV_URL", "https://api.osv.dev/v1/")
TESTS = "requirements-test.txt"  # it has all of requirements.txt
WEB = PoolManager(retries=Retry(2, backoff_factor=1, raise_on_redirect=True), timeout=30)


class UnaskedError(Exception):
    """The service could not be asked, or said what is not understood."""


def packages(locks: Locks) -> list[str]:
    """Return the package URL of everything that is locked or bundled."""
    python = [f"pkg:pypi/{pin.name}@{pin.version}" for pin in locks.pins(TESTS)]
    npm = [(pin.name, pin.version) for pin in locks.npm] + editor.bundled()
    return sorted({*python, *(f"pkg:npm/{quote(name, safe='/')}@{version}" for name, version in npm)})


def known(purls: list[str]) -> Iterator[str]:
    """Yield a line for each weakness that is known of one of *purls*; raises UnaskedError."""
    found = _ask("POST", "querybatch", {"queries": [{"package": {"purl": purl}} for purl in purls]})["results"]
    if len(found) != len(purls):
        raise UnaskedError(f"{len(purls)} packages were asked for, and {len(found)} answers came")
    for purl, result in zip(purls, found, strict=True):
        for item in result.get("vulns", []):
            told = _ask("GET", f"vulns/{quote(item['id'], safe='')}")
            if "withdrawn" not in told:
                yield f"{purl}: {item['id']} {told.get('summary', '')}".rstrip()


def _ask(method: str, path: str, query: object = None) -> Any:
    try:
        answer = WEB.request(method, f"{SERVICE}{path}", body=json.dumps(query) if query else None)
        if answer.status != 200:
            raise UnaskedError(f"{SERVICE}{path} answered {answer.status}")
        return answer.json()
    except (HTTPError, ValueError) as error:
        raise UnaskedError(f"{SERVICE}{path}: {getattr(error, 'reason', error)}") from error


def audit(locks: Locks) -> int:
    """Say what is known and return the exit code."""
    purls = packages(locks)
    try:
        lines = list(known(purls))
    except (UnaskedError, KeyError, TypeError, AttributeError) as error:
        print(f"NOT CHECKED: nothing is known of the {len(purls)} packages, because OSV could not be asked: {error}")
        return UNASKED
    print("".join(f"{line}\n" for line in lines), end="")
    print(f"{len(purls)} packages asked for, {len(lines)} weaknesses known")
    if not lines and (why := editor.missing()):
        print(f"NOT CHECKED: what is bundled into the editor, because {why}")
        return UNASKED
    return KNOWN if lines else CLEAN


if __name__ == "__main__":
    sys.exit(audit(Locks()))
