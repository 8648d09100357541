"""What a portal hands to a national one, and what that one keeps of it: as it may come from anybody, all of it is judged."""

from datetime import date
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from generator.tersembunyi import FORBIDDEN

VERSI: Literal[1] = 1
MAX_SIZE = 48 << 20  # bytes; the largest portal that fits on one site hands over 30 MB
MAX_BUTIR = 60_000
LONG, SHORT = 20_000, 500  # letters of a text, and of what is a line in a list
MANY = 2_100  # texts of one page: two lists of a thousand, and what stands beside them


class BadHandoverError(ValueError):
    """What was read is not what a portal hands over; the message says where, in words of the contract only."""


def _visible(text: str) -> str:
    if FORBIDDEN.search(text) or "\n" in text or not text.strip():
        raise ValueError("a text must be one line without hidden characters")
    return text


Teks = Annotated[str, StringConstraints(max_length=LONG), AfterValidator(_visible)]
Baris = Annotated[str, StringConstraints(max_length=SHORT), AfterValidator(_visible)]
Alamat = Annotated[
    str, StringConstraints(max_length=180, pattern=r"^satker/[a-z0-9-]{1,64}/(?:(?:layanan|inovasi)/[a-z0-9-]{1,64}/)?$")
]
Banyak = Annotated[int, Field(ge=0, le=1_000_000)]


Bagian = TypeVar("Bagian", bound="_Bagian")


class _Bagian(BaseModel):
    """A later version may say more; what is not known here is passed over."""

    model_config = ConfigDict(strict=True, frozen=True, extra="ignore", defer_build=True)


class Butir(_Bagian):
    """A page: *alamat* below the root of its portal, and what the search finds and shows of it."""

    alamat: Alamat
    nama: Baris
    kata: Annotated[tuple[Teks, ...], Field(max_length=MANY)] = ()
    teks: Annotated[tuple[Teks, ...], Field(max_length=MANY)] = ()
    satker: Baris | None = None
    rinci: Baris | None = None
    ringkasan: Baris | None = None
    kategori: Baris | None = None
    dari_rumah: bool = False


class Kiriman(_Bagian):
    """All that a portal hands over: whose it is, the day of its data, how many satker, services and drafts, and its pages."""

    versi: Literal[1]
    lisensi: Baris
    nama: Baris
    instansi: Baris
    wilayah: Baris
    per: date
    satker: Banyak
    layanan: Banyak
    draf: Banyak
    butir: Annotated[tuple[Butir, ...], Field(max_length=MAX_BUTIR)]


class Simpanan(_Bagian):
    """
    What is kept of a portal: *isi* as it was on the day *diambil*, both absent until it was read once.

    *gagal_sejak* is the first day on which it could not be read since then, *sebab* why it could not be last.
    """

    versi: Literal[1]
    alamat: Baris
    diambil: date | None = None
    gagal_sejak: date | None = None
    sebab: Annotated[str, StringConstraints(max_length=SHORT)] = ""
    isi: Kiriman | None = None


def baca_kiriman(raw: bytes) -> Kiriman:
    """Return what *raw* hands over; raises BadHandoverError."""
    return _read(Kiriman, raw)


def baca_simpanan(raw: bytes) -> Simpanan:
    """Return what *raw* keeps of a portal; raises BadHandoverError."""
    return _read(Simpanan, raw)


def tulis(bagian: _Bagian) -> bytes:
    """Return *bagian* as it is published and kept: the same for the same facts."""
    return bagian.model_dump_json(exclude_defaults=True, exclude_none=True).encode() + b"\n"


def _read(kind: type[Bagian], raw: bytes) -> Bagian:
    if len(raw) > MAX_SIZE:
        raise BadHandoverError(f"it is larger than {MAX_SIZE >> 20} MiB")
    try:
        return kind.model_validate_json(raw)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        place = ".".join(map(str, first["loc"]))
        raise BadHandoverError(f"{place or 'the whole'}: {first['msg']}") from error
