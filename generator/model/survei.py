"""``survei.yml``: results of the satisfaction and perception surveys (PermenPANRB 14/2017; ZI outcomes)."""

from typing import Annotated, Literal

from pydantic import AfterValidator, model_validator

from generator import value_codes
from generator.model.record import Diperiksa, Rekaman, RekamanUtama, Tugas, need_one
from generator.model.scalar import Bilangan, Pecahan, PeriodeTeks, skema
from generator.model.syarat import exactly_one, schema
from generator.model.wrong import wrong

Unsur = Literal[
    "persyaratan",
    "prosedur",
    "waktu",
    "biaya",
    "produk",
    "kompetensi",
    "perilaku",
    "penanganan_pengaduan",
    "sarana_prasarana",
]


def _one_to_four(value: float) -> float:
    if not 1 <= value <= 4:
        raise wrong(value_codes.ANGKA_SALAH, f"nilai {value:g} di luar 1 sampai 4", "1 sampai 4")
    return value


Persepsi = Annotated[
    Pecahan,
    AfterValidator(_one_to_four),
    skema("pecahan", r"(?:4(?:\.0+)?|[1-3](?:\.[0-9]{1,12})?)", "Tulis 1 sampai 4, misalnya 3.62.", minimum=1, maximum=4),
]


class NilaiUnsur(Rekaman):
    """The mean of each element, 1 to 4, keyed by name because documents number 8 and 9 differently."""

    persyaratan: Persepsi
    prosedur: Persepsi
    waktu: Persepsi
    biaya: Persepsi
    produk: Persepsi
    kompetensi: Persepsi
    perilaku: Persepsi
    penanganan_pengaduan: Persepsi
    sarana_prasarana: Persepsi


class TotalUnsur(Rekaman):
    """The sum of all answers of each element, from which the means are exact."""

    persyaratan: Bilangan
    prosedur: Bilangan
    waktu: Bilangan
    biaya: Bilangan
    produk: Bilangan
    kompetensi: Bilangan
    perilaku: Bilangan
    penanganan_pengaduan: Bilangan
    sarana_prasarana: Bilangan


class TindakLanjutUnsur(Tugas):
    """What is being done about one element."""

    unsur: Unsur


class Skm(Rekaman):
    """One satisfaction survey; *terbit* is the index (25 to 100) as the satker published it."""

    model_config = schema(exactly_one("unsur", "total"))

    periode: PeriodeTeks
    responden: Bilangan
    unsur: NilaiUnsur | None = None
    total: TotalUnsur | None = None
    terbit: Pecahan | None = None
    tindak_lanjut: tuple[TindakLanjutUnsur, ...] = ()

    @model_validator(mode="after")
    def _one_basis(self) -> "Skm":
        need_one(self, "unsur", "total")
        return self


class SurveiPersepsi(Rekaman):
    """One perception survey; *nilai* from 1 to 4."""

    periode: PeriodeTeks
    responden: Bilangan
    nilai: Persepsi


class Survei(RekamanUtama):
    """The whole file: SKM, SPAK (perception of anti-corruption) and SPKP (perception of service quality)."""

    skm: tuple[Skm, ...] = ()
    spak: tuple[SurveiPersepsi, ...] = ()
    spkp: tuple[SurveiPersepsi, ...] = ()
    diperiksa: Diperiksa | None = None
