"""
The only module that knows Typst: a template and its JSON become a PDF/A-2a that is a PDF/UA-1 as well, always the same bytes.

It imports nothing of ours, because a process that sets documents begins with it.
"""

import signal
from functools import lru_cache
from importlib.resources import files

import typst

FONTS = ("fontpkg_source_sans_3", "fontpkg_noto_sans_arabic")


def cetak(folder: str, templat: str, masukan: str, batas: int = 0) -> bytes:
    """
    Return the document that *templat*, a file of *folder*, makes of *masukan*, which is JSON.

    The process ends where Typst takes longer than *batas* seconds, if any are given: nothing gentler reaches into it.
    """
    signal.alarm(batas)
    try:
        return _cetak(folder, templat, masukan)
    finally:
        signal.alarm(0)


def _cetak(folder: str, templat: str, masukan: str) -> bytes:
    return typst.compile(
        f"{folder}/{templat}",
        root=folder,
        font_paths=fonts(),
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"data": masukan},
        pdf_standards=["a-2a", "ua-1"],
        timestamp=0,
    )


@lru_cache(maxsize=1)
def fonts() -> typst.Fonts:
    """Return our fonts, and none that happen to be on the machine."""
    paths = [str(files(package) / "files") for package in FONTS]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=paths)
