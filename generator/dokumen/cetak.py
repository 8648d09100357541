"""The only module that knows Typst: a document becomes a PDF/A-2a that is a PDF/UA-1 as well, the same bytes every time."""

from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import typst

from generator.dokumen.naskah import Dokumen

FONTS = ("fontpkg_source_sans_3", "fontpkg_noto_sans_arabic")


def cetak(theme: Path, dokumen: Dokumen) -> bytes:
    """Return *dokumen* set by its template in *theme*."""
    folder = theme / "pdf"
    return typst.compile(
        str(folder / dokumen.templat),
        root=str(folder),
        font_paths=fonts(),
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"data": dokumen.masukan()},
        pdf_standards=["a-2a", "ua-1"],
        timestamp=0,
    )


@lru_cache(maxsize=1)
def fonts() -> typst.Fonts:
    """Return our fonts, and none that happen to be on the machine."""
    paths = [str(files(package) / "files") for package in FONTS]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=paths)
