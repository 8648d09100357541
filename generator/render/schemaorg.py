"""
What search engines read of a page: JSON-LD in the words of schema.org.

It is put together from pieces, members of an object in JSON; those that many pages have are written once.
"""

from collections.abc import Mapping, Sequence
from json import JSONEncoder
from typing import TypeAlias

from jinja2.utils import htmlsafe_json_dumps

from generator.model.bersama import Kategori
from generator.model.layanan import Biaya, Kanal, Layanan
from generator.model.profil import JamLayanan, Profil
from generator.model.record import Waktu
from generator.model.satker import Satker
from generator.render.jam import HARI
from generator.render.page import Identitas, Site
from generator.render.words import nomor_internasional
from generator.sama import Sama
from generator.wilayah import nama_wilayah

Value: TypeAlias = "str | int | float | Sequence[Value] | Mapping[str, Value] | None"
Thing = dict[str, Value]
_pieces: Sama[str] = Sama()
_compact = JSONEncoder(separators=(",", ":")).encode
_HERE = "\0"  # no record has that in it
_MARK = _compact(_HERE)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def portal(identitas: Identitas) -> str:
    """Return the description of the portal itself, its search included."""
    search = {
        "@type": "SearchAction",
        "target": f"{identitas.base}cari/?q={{search_term_string}}",
        "query-input": "required name=search_term_string",
    }
    owner = {"@type": "GovernmentOrganization", "name": identitas.instansi}
    about = {
        "@type": "WebSite",
        "name": identitas.nama,
        "url": identitas.base or None,
        "inLanguage": "id",
        "publisher": owner,
        "potentialAction": search if identitas.base else None,
    }
    return _script(_piece(about))


def kantor(site: Site, satker: Satker) -> str:
    """Return the description of a satker as a ``GovernmentOffice``; nothing for an invented one."""
    if satker.is_example:
        return ""
    profil, parent = satker.profil, site.index.satker.get(satker.profil.induk or "")
    media = profil.media_sosial
    social = (media.instagram, media.facebook, media.youtube, media.x, media.tiktok) if media else ()
    about = {"alternateName": profil.nama_pendek, "description": profil.ringkasan, "geo": _geo(profil)}
    beside = {
        "parentOrganization": {"@type": "GovernmentOffice", "name": parent.nama} if parent else None,
        "sameAs": [link for link in (profil.kontak.situs if profil.kontak else None, *social) if link],
    }
    hours = _pieces.once(_hours, profil.jam_layanan)
    return _script(_piece(_office(site.identitas, satker.slug, profil) | about), hours, _piece(beside))


def layanan(site: Site, satker: Satker, slug: str, record: Layanan) -> str:
    """Return the description of a service as a ``GovernmentService``; nothing for one that is invented or not open."""
    if satker.is_example or not record.is_open:
        return ""
    profil, base, category = satker.profil, site.identitas.base, site.bersama.kategori.get(record.kategori or "")
    return _script(
        _pieces.once(_service, record.nama, record.ringkasan, category),
        _piece({"url": f"{base}satker/{satker.slug}/layanan/{slug}/"}) if base else "",
        _pieces.once(_operator, site.identitas, satker.slug, profil),
        _pieces.once(_audience, record.sasaran),
        _pieces.once(_channels, record.kanal, record.jangka_waktu, bool(profil.alamat)).replace(
            _MARK, _pieces.once(_place, profil.alamat, profil.kode_wilayah)
        ),
        _pieces.once(_outcome, record.biaya_tarif, record.produk_pelayanan),
    )


def _service(nama: str, ringkasan: str | None, kategori: Kategori | None) -> str:
    service_type = kategori.nama if kategori else None
    return _piece({"@type": "GovernmentService", "name": nama, "description": ringkasan, "serviceType": service_type})


def _operator(identitas: Identitas, slug: str, profil: Profil) -> str:
    return _piece({"serviceOperator": _office(identitas, slug, profil), "areaServed": nama_wilayah(profil.kode_wilayah)})


def _audience(sasaran: str | None) -> str:
    return _piece({"audience": {"@type": "Audience", "audienceType": sasaran}}) if sasaran else ""


def _outcome(biaya: tuple[Biaya, ...], produk: tuple[str, ...]) -> str:
    outputs = [{"@type": "Thing", "name": item} for item in produk]
    return _piece({"offers": [_offer(row.rupiah, row.keterangan) for row in biaya], "serviceOutput": outputs})


def _office(identitas: Identitas, slug: str, profil: Profil) -> Thing:
    contact = profil.kontak
    return {
        "@type": "GovernmentOffice",
        "name": profil.nama,
        "url": f"{identitas.base}satker/{slug}/" if identitas.base else None,
        "telephone": nomor_internasional(contact.telepon) if contact and contact.telepon else None,
        "email": contact.surel if contact else None,
        "address": _address(profil.alamat, profil.kode_wilayah),
    }


def _address(alamat: str | None, wilayah: str) -> Thing | None:
    if not alamat:
        return None
    region = nama_wilayah(wilayah)
    return {"@type": "PostalAddress", "streetAddress": alamat, "addressRegion": region, "addressCountry": "ID"}


def _geo(profil: Profil) -> Thing | None:
    here = profil.koordinat
    return {"@type": "GeoCoordinates", "latitude": here.lintang, "longitude": here.bujur} if here else None


def _hours(jam: JamLayanan | None) -> str:
    if jam is None:
        return ""
    spans = [(day, span) for name, day in zip(HARI, _DAYS, strict=True) for span in getattr(jam.hari, name) or ()]
    hours = [
        {"@type": "OpeningHoursSpecification", "dayOfWeek": day, "opens": _clock(span[0]), "closes": _clock(span[1])}
        for day, span in spans
    ]
    return _piece({"openingHoursSpecification": hours})


def _clock(minute: int) -> str:
    return f"{minute // 60 % 24:02}:{minute % 60:02}"


def _place(alamat: str | None, wilayah: str) -> str:
    address = _address(alamat, wilayah)
    return f"{{{_piece(address)}}}" if address else ""


def _channels(kanal: tuple[Kanal, ...], lama: Waktu | None, has_place: bool) -> str:  # noqa: FBT001 - asked for by `once`
    """Return the online channels, and, with a mark for its address, the counter if that is known."""
    channels: list[Thing] = []
    for item in kanal:
        if item.tautan:
            channels.append({"@type": "ServiceChannel", "name": item.nama, "serviceUrl": item.tautan})
        elif item.jenis == "loket" and has_place:
            place = {"@type": "Place", "address": _HERE}
            channels.append({"@type": "ServiceChannel", "name": item.nama, "serviceLocation": place})
    if channels and lama and (time := durasi_iso(lama)):
        channels[0]["processingTime"] = time
    return _piece({"availableChannel": channels})


_ISO = {"menit": "PT{}M", "jam": "PT{}H", "hari": "P{}D", "bulan": "P{}M"}  # working days have no form in ISO 8601


def durasi_iso(waktu: Waktu) -> str | None:
    """Return the most it may take in ISO 8601, or None where that has no form for it."""
    return _ISO[waktu.satuan].format(waktu.nilai) if waktu.satuan in _ISO else None


def _offer(price: int, note: str | None) -> Thing:
    return {"@type": "Offer", "price": price, "priceCurrency": "IDR", "description": note}


def _script(*pieces: str) -> str:
    text = ",".join(filter(None, ('"@context":"https://schema.org"', *pieces)))
    return f'<script type="application/ld+json">{{{text}}}</script>'


def _piece(thing: Mapping[str, Value]) -> str:
    """Return the members of *thing* in JSON that no HTML ends, without the braces around them."""
    return str(htmlsafe_json_dumps(_told(thing), dumps=_compact))[1:-1]


def _told(thing: Mapping[str, Value]) -> Thing:
    """Return *thing* without the keys that have no value."""
    return {key: _deep(value) for key, value in thing.items() if value not in (None, [], {})}


def _deep(value: Value) -> Value:
    if isinstance(value, Mapping):
        return _told(value)
    return [_deep(item) for item in value] if isinstance(value, list) else value
