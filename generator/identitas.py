"""Whose portal it is, and which other portals belong to it, as mkdocs.yml says."""

from collections.abc import Mapping

from generator.daerah import WrongSettingError, named
from generator.render.page import Identitas

TEXTS = ("instansi", "wilayah", "warna", "warna_gelap")


def identitas(extra: Mapping[str, object], nama: str, base: str, repo: str, records: str) -> Identitas:
    """Return what *extra* of mkdocs.yml says of the portal *nama*; raises WrongSettingError."""
    said = extra.get("identitas")
    given = said if isinstance(said, Mapping) else {}
    absent = [key for key in TEXTS if not isinstance(given.get(key), str)]
    if absent:
        raise WrongSettingError(f"'extra.identitas' must hold a text for: {', '.join(absent)}")
    return Identitas(
        nama,
        given["instansi"],
        given["wilayah"],
        base,
        repo.rstrip("/"),
        records,
        luring=given.get("luring", True) is not False,
        warna=given["warna"],
        daerah=named(extra.get("daerah", []), "extra.daerah"),
        nasional=named([extra["nasional"]], "extra.nasional")[0] if "nasional" in extra else None,
    )
