"""What was seen inside an attachment; nothing of its bytes, so that it can be kept and sent between processes."""

from dataclasses import dataclass
from typing import Literal

MAX_MIB = 10
MAX_BYTES = MAX_MIB << 20  # of an attachment; what is larger is not opened
Sebab = Literal[
    "bukan-jenis",
    "rusak",
    "berlapis",
    "terlalu-besar",
    "bergerak",
    "terkunci",
    "perintah",
    "tertanam",
    "tautan",
    "terlalu-rumit",
    "tidak-terperiksa",
]


@dataclass(frozen=True)
class Keluhan:
    """Why an attachment is not published; *rincian* is what was seen, in the office's words."""

    sebab: Sebab
    rincian: str


@dataclass(frozen=True)
class Jejak:
    """A text of an attachment that gives a person away: where it stands (*tempat*), of what kind it is, and the text itself."""

    tempat: str
    jenis: str
    isi: str


@dataclass(frozen=True)
class Isi:
    """
    An attachment as it was seen.

    *ukuran* is what will be published, in bytes; *keterangan* names what a picture tells beside what it shows. Of a PDF *halaman*
    counts the pages, *kosong* those without any text (pictures of pages, which nobody can search), *lewat* those past the bound,
    which were not looked at.
    """

    ukuran: int = 0
    keluhan: tuple[Keluhan, ...] = ()
    keterangan: tuple[str, ...] = ()
    jejak: tuple[Jejak, ...] = ()
    halaman: int = 0
    kosong: int = 0
    lewat: int = 0


def kind_named(name: str) -> str:
    """Return the kind of attachment that its name says."""
    return name.rpartition(".")[2].replace("jpeg", "jpg")
