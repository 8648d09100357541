"""
Services in the words of the Human Services Data Specification 3 (Open Referral).

A file is a page of its ``/services``: one object a service, with its organization and place inside. No `addresses`: the
specification wants a postal code, which the records do not have, so an address is the place's description.
"""

from collections.abc import Iterator
from hashlib import sha1
from uuid import NAMESPACE_URL

from generator.model.layanan import Layanan, StatusLayanan
from generator.model.profil import Hari, JamLayanan, Kontak
from generator.model.satker import Satker
from generator.opendata.alamat import halaman
from generator.opendata.cpsv import Node, Value
from generator.render.jam import HARI
from generator.render.page import Site
from generator.render.words import biaya, durasi, nomor_internasional

_STATUS: dict[StatusLayanan, str] = {
    "buka": "active",
    "ditunda": "temporarily closed",
    "beralih": "inactive",
    "dihentikan": "defunct",
}
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_ZONES = {"WIB": 7, "WITA": 8, "WIT": 9}


def layanan(site: Site, satker: Satker) -> Iterator[Node]:
    """Yield every service of *satker*."""
    office = f"{site.identitas.base}{halaman(satker.slug)}"
    shared = _shared(office, satker)
    place = _place(office, satker)
    for slug, item in satker.layanan.items():
        here = f"{office}layanan/{slug}/"
        at: Value = [{"id": _uuid(f"{here}#tempat"), "location": place}] if place and item.loket else None
        yield _told({**_service(here, item), "service_at_locations": at, **shared})


def _shared(office: str, satker: Satker) -> Node:
    """Return what the services of an office have in common."""
    profil, contact = satker.profil, satker.profil.kontak or Kontak()
    phone = nomor_internasional(contact.telepon) if contact.telepon else None
    organization: Node = {
        "id": _uuid(office),
        "name": profil.nama,
        "alternate_name": profil.nama_pendek,
        "description": profil.ringkasan or profil.nama,
        "email": contact.surel,
        "website": contact.situs,
        "uri": office,
    }
    return {
        "organization_id": organization["id"],
        "organization": _told(organization),
        "phones": [{"id": _uuid(f"{office}#telepon"), "number": phone}] if phone else None,
        "schedules": _schedules(office, profil.jam_layanan),
    }


def _service(here: str, item: Layanan) -> Node:
    return {
        "id": _uuid(here),
        "name": item.nama,
        "description": item.ringkasan,
        "url": here,
        "status": _STATUS[item.status],
        "alert": item.alasan,
        "application_process": " ".join(f"{n}. {step.langkah}." for n, step in enumerate(item.sistem_mekanisme_prosedur, 1)),
        "fees_description": biaya(item.biaya_tarif) if item.biaya_tarif else None,
        "wait_time": durasi(item.jangka_waktu) if item.jangka_waktu else None,
        "eligibility_description": item.sasaran,
        "assured_date": item.diperiksa.tanggal.isoformat() if item.diperiksa else None,
        "cost_options": [
            _told({"id": _uuid(f"{here}#biaya-{n}"), "option": row.keterangan, "currency": "IDR", "amount": row.rupiah})
            for n, row in enumerate(item.biaya_tarif, 1)
        ],
        "required_documents": [
            {"id": _uuid(f"{here}#syarat-{n}"), "document": text} for n, text in enumerate(item.persyaratan, 1)
        ],
    }


def _place(office: str, satker: Satker) -> Node | None:
    profil, point = satker.profil, satker.profil.koordinat
    location: Node = {
        "id": _uuid(f"{office}#tempat"),
        "location_type": "physical",
        "name": profil.nama,
        "description": profil.alamat,
        "latitude": point.lintang if point else None,
        "longitude": point.bujur if point else None,
    }
    return _told(location) if profil.alamat else None


def _schedules(office: str, jam: JamLayanan | None) -> list[Node]:
    """Return one schedule for each span that some days of the week share."""
    if jam is None:
        return []
    shared: dict[tuple[str, str], list[str]] = {}
    for name, day in zip(HARI, _DAYS, strict=True):
        for start, end in _spans(jam.hari, name):
            shared.setdefault((start, end), []).append(day)
    return [
        {
            "id": _uuid(f"{office}#jam-{start}-{end}"),
            "freq": "WEEKLY",
            "byday": ",".join(days),
            "opens_at": start,
            "closes_at": end,
            "timezone": _ZONES[jam.zona],
        }
        for (start, end), days in shared.items()
    ]


def _spans(hari: Hari, name: str) -> Iterator[tuple[str, str]]:
    for span in getattr(hari, name) or ():
        start, end = (f"{minute // 60:02}:{minute % 60:02}" for minute in span)
        yield start, end


def _uuid(address: str) -> str:
    """Return the identifier that an address always has, that of ``uuid5(NAMESPACE_URL, address)``, without its slow object."""
    digits = sha1(NAMESPACE_URL.bytes + address.encode(), usedforsecurity=False).hexdigest()
    variant = "89ab"[int(digits[16], 16) & 3]
    return f"{digits[:8]}-{digits[8:12]}-5{digits[13:16]}-{variant}{digits[17:20]}-{digits[20:32]}"


def _told(node: Node) -> Node:
    return {key: value for key, value in node.items() if value not in (None, "", [])}
