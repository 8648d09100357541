"""The npm packages that are published with the site, where ``make`` has put them: into the virtual environment."""

import sys
from pathlib import Path

from generator.keys import key

MODULES = Path(sys.prefix) / "node_modules"
CMS = "@sveltia/cms"
YAML = "js-yaml"


def package(name: str) -> Path | None:
    """Return the folder of the package, or None where it is not installed."""
    folder = MODULES / name
    return folder if (folder / "package.json").is_file() else None


def installed() -> str:
    """Return the key of the packages that are there, for what is made of them."""
    found = [package(name) for name in (CMS, YAML)]
    return key([folder and (folder / "package.json").read_bytes() for folder in found])
