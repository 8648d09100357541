"""Satker and services as search engines read them (schema.org)."""

from collections.abc import Iterator

from kata import nomor
from rekaman import Record, Satker

MEDIA = ("instagram", "facebook", "youtube", "x", "tiktok")
ISO = {"menit": "PT{}M", "jam": "PT{}H", "hari": "P{}D", "bulan": "P{}M"}


def kantor_of(satker: Satker) -> Record:
    """Return the office, as all its pages name it."""
    profil, kontak = satker.profil, satker.profil.get("kontak", {})
    return _known(
        {
            "@type": "GovernmentOffice",
            "name": profil["nama"],
            "address": _alamat(satker),
            "telephone": nomor(kontak["telepon"]) if "telepon" in kontak else None,
            "email": kontak.get("surel"),
        }
    )


def jsonld_satker(satker: Satker, kantor: Record) -> Record:
    """Return what the page of *satker* tells."""
    profil = satker.profil
    media = profil.get("media_sosial", {})
    links = [profil.get("kontak", {}).get("situs"), *(media.get(name) for name in MEDIA)]
    return kantor | _known(
        {
            "@context": "https://schema.org",
            "alternateName": profil["nama_pendek"],
            "description": profil.get("ringkasan"),
            "geo": _titik(profil.get("koordinat")),
            "openingHoursSpecification": satker.waktu.jsonld if satker.waktu else None,
            "sameAs": [link for link in links if link],
        }
    )


def jsonld_layanan(satker: Satker, layanan: Record, kategori: Record, kantor: Record) -> Record:
    """Return what the page of a service of *satker* tells."""
    return _known(
        {
            "@context": "https://schema.org",
            "@type": "GovernmentService",
            "name": layanan["nama"],
            "description": layanan["ringkasan"],
            "serviceOperator": kantor,
            "areaServed": satker.wilayah,
            "serviceType": kategori.get("nama"),
            "audience": {"@type": "Audience", "audienceType": layanan["sasaran"]} if "sasaran" in layanan else None,
            "availableChannel": _kanal(layanan, kantor.get("address")),
            "offers": [_offer(item) for item in layanan.get("biaya_tarif", ())],
            "serviceOutput": [{"@type": "Thing", "name": produk} for produk in layanan.get("produk_pelayanan", ())],
        }
    )


def _alamat(satker: Satker) -> Record | None:
    if "alamat" not in satker.profil:
        return None
    region = {"addressRegion": satker.wilayah, "addressCountry": "ID"}
    return {"@type": "PostalAddress", "streetAddress": satker.profil["alamat"], **region}


def _titik(koordinat: Record | None) -> Record | None:
    if not koordinat:
        return None
    return {"@type": "GeoCoordinates", "latitude": float(koordinat["lintang"]), "longitude": float(koordinat["bujur"])}


def _kanal(layanan: Record, alamat: Record | None) -> list[Record]:
    """Return the ways to apply; the first is told with the time that the service takes."""
    found = list(_channels(layanan, alamat))
    waktu = layanan.get("jangka_waktu", {})
    if found and waktu.get("satuan") in ISO:
        found[0]["processingTime"] = ISO[waktu["satuan"]].format(waktu["nilai"])
    return found


def _channels(layanan: Record, alamat: Record | None) -> Iterator[Record]:
    for item in layanan.get("kanal", ()):
        named = _known({"@type": "ServiceChannel", "name": item.get("nama")})
        if "tautan" in item:
            yield named | {"serviceUrl": item["tautan"]}
        elif item["jenis"] == "loket" and alamat:
            yield named | {"serviceLocation": {"@type": "Place", "address": alamat}}


def _offer(tarif: Record) -> Record:
    return {"@type": "Offer", "price": tarif["rupiah"], "priceCurrency": "IDR", "description": tarif.get("keterangan", "")}


def _known(record: Record) -> Record:
    return {key: value for key, value in record.items() if value}
