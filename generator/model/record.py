"""What many records share: decrees, evidence, durations, tasks."""

from collections.abc import Iterable
from typing import Any, Literal, Protocol, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, field_validator, model_validator
from pydantic.json_schema import models_json_schema

from generator import value_codes
from generator.model.scalar import Bilangan, LokasiBerkas, Tanggal, Tautan, Teks
from generator.model.syarat import exactly_one, needs, schema
from generator.model.wrong import wrong

Value = TypeVar("Value")

StatusTugas = Literal["belum", "berjalan", "selesai", "batal"]
Satuan = Literal["menit", "jam", "hari", "hari_kerja", "bulan"]


class Rekaman(BaseModel):
    """Any mapping of a record; *catatan* is the keeper's own and never published, so no dump has it."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    catatan: Teks | None = Field(default=None, exclude=True)


def definitions(kinds: Iterable[type[Rekaman]]) -> dict[str, Any]:
    """Return the JSON Schema of all *kinds* and of what they refer to, by the names of the classes."""
    _, schemas = models_json_schema([(kind, "validation") for kind in kinds])
    found: dict[str, Any] = schemas["$defs"]
    return found


def complete(models: Iterable[type[BaseModel]]) -> None:
    """Build *models* now, which wait until they are used: processes that are forked then need not do it, each for itself."""
    for model in models:
        model.model_rebuild()


def _without_note(value: Any) -> Any:
    if isinstance(value, dict) and isinstance(value.get("catatan"), str):
        return {key: item for key, item in value.items() if key != "catatan"}
    return value


BebasCatatan = BeforeValidator(_without_note)  # for mappings with free keys, where `catatan` is allowed as well


class BolehTampil(Rekaman):
    """A text that gives a person away and may stand all the same in this record and its attachments, with the reason."""

    isi: Teks
    alasan: Teks


class RekamanUtama(Rekaman):
    """A whole file; *boleh_tampil* is said to those who check it, and so no dump has it, as it may name what stands in a note."""

    boleh_tampil: tuple[BolehTampil, ...] = Field(default=(), exclude=True)

    @property
    def izin(self) -> tuple[str, ...]:
        """The texts that may stand in it though they give a person away."""
        return tuple(item.isi for item in self.boleh_tampil)


class Diperiksa(Rekaman):
    """Who checked the record last: an office, never a private person."""

    tanggal: Tanggal
    oleh: Teks


class Sk(Rekaman):
    """A decree."""

    nomor: Teks
    tanggal: Tanggal | None = None
    tentang: Teks | None = None
    tautan: Tautan | None = None


class Lampiran(Rekaman):
    """A document: on the web (*tautan*), or below the satker's own ``berkas/`` (*berkas*)."""

    model_config = schema(exactly_one("tautan", "berkas"))

    judul: Teks
    tautan: Tautan | None = None
    berkas: LokasiBerkas | None = None

    @model_validator(mode="after")
    def _one_place(self) -> "Lampiran":
        need_one(self, "tautan", "berkas")
        return self


class Bukti(Lampiran):
    """Evidence that a reader can open."""

    tanggal: Tanggal | None = None


class Waktu(Rekaman):
    """A length of time; *nilai* is the most it may take."""

    nilai: Bilangan
    satuan: Satuan
    sejak: Teks | None = None
    paling_cepat: Bilangan | None = None

    @field_validator("paling_cepat")
    @classmethod
    def _in_order(cls, value: int | None, info: ValidationInfo) -> int | None:
        most = info.data.get("nilai")
        if value is not None and most is not None and value > most:
            message = f"paling cepat {value} lebih lama daripada batasnya, {most}"
            raise wrong(value_codes.URUTAN_SALAH, message, "perbaiki salah satunya, atau tukar")
        return value


class _Task(Protocol):
    @property
    def status(self) -> StatusTugas | None: ...

    @property
    def alasan(self) -> str | None: ...


AnyTask = TypeVar("AnyTask", bound=_Task)

NEEDS_REASON = needs("status", "batal", then="alasan")


def need_reason(task: AnyTask) -> AnyTask:
    """Return *task*, unless it was cancelled without a reason."""
    if task.status == "batal" and task.alasan is None:
        raise wrong(value_codes.PERLU_KUNCI, "status `batal` memerlukan `alasan`", "alasan: …")
    return task


class Tugas(Rekaman):
    """A follow-up: *batal* needs a reason."""

    model_config = schema(NEEDS_REASON)

    uraian: Teks
    pj: Teks | None = None
    tenggat: Tanggal | None = None
    status: StatusTugas
    alasan: Teks | None = None
    bukti: tuple[Bukti, ...] = ()

    _reason = model_validator(mode="after")(need_reason)


def need_one(record: Rekaman, first: str, second: str) -> None:
    """Raise the finding of a mapping that has both or neither of two keys."""
    has = [key for key in (first, second) if getattr(record, key) is not None]
    if len(has) != 1:
        hint = f"hapus salah satu: `{first}` atau `{second}`" if has else f"tambahkan `{first}` atau `{second}`"
        raise wrong(value_codes.PERLU_SATU, f"perlu tepat satu dari `{first}` dan `{second}`", hint)


def need_order(info: ValidationInfo, first: str, value: Value) -> Value:
    """Return *value*, the later of two dates, unless the earlier one of key *first* is after it."""
    start = info.data.get(first)
    if value is not None and start is not None and value < start:
        raise wrong(value_codes.URUTAN_SALAH, f"tanggal ini mendahului `{first}` ({start})", "perbaiki salah satu tanggalnya")
    return value
