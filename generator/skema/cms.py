"""
The configuration of the content editor at ``/admin/``, made from the schemas: a field for every key of every kind of record.

It is a template of two parts, one for the folder of a satker and one for ``_bersama``; paths are relative to that folder. What
depends on the records is put in by ``assets/javascripts/admin.js``: the folder itself, and the choices of a register, for which
``@hukum`` and its like stand here. Everything is text: numbers, dates and truths too, so that nothing is written differently
from how it was read. A mapping with free keys is a list whose items have their key in ``id``; its ``format`` says so.
"""

from generator.model.scalar import MAX_SLUG, SLUG
from generator.skema.rekaman import Node, skema

FILES = ("satker", "motto", "pengaduan", "zi", "survei", "informasi")
FOLDERS = ("layanan", "inovasi")
REGISTERS = ("hukum", "kanal", "kategori", "dihapus")
CHOICES = ("hukum", "kategori", "standar")  # registers whose entries the build writes down as choices

_FORMATS = {"pengaduan": "kanal"} | dict.fromkeys(REGISTERS, "register")
_LINE = 40  # characters of an example up to which its value is asked for in one line
_OWN: dict[str, Node] = {  # what the CMS itself finds in other files of the same folder
    "kanal": {"collection": "_singletons", "file": "pengaduan", "value_field": "kanal.*.id"},
    "layanan": {"collection": "layanan", "value_field": "{{slug}}", "display_fields": ["nama"]},
}
_SHARED: dict[str, Node] = {
    "kanal": {"collection": "_singletons", "file": "kanal", "value_field": "isi.*.id", "display_fields": ["isi.*.nama"]},
}
_MESSAGES = {
    "create": "{{path}}: ditambahkan lewat penyunting",
    "update": "{{path}}: diubah lewat penyunting",
    "delete": "{{path}}: dihapus lewat penyunting",
    "uploadMedia": "{{path}}: diunggah lewat penyunting",
    "deleteMedia": "{{path}}: dihapus lewat penyunting",
}
_WORDS = {
    "id": ("Id", "Nama pendek yang tidak berubah, karena berkas lain menyebutnya: huruf kecil, angka, dan tanda hubung."),
    "bersama": ("Kanal nasional",),
    "sendiri": ("Kanal milik satker",),
    "standar": ("Standar layanan bersama",),
}


def konfigurasi() -> Node:
    """Return the template: under ``satker`` and ``_bersama`` what the CMS is started with."""
    own, shared = _Form(_OWN), _Form(_SHARED)
    return {
        "satker": _settings([own.folder(kind, kind) for kind in FOLDERS], [own.file(kind) for kind in FILES]),
        "_bersama": _settings([shared.folder("standar", "layanan")], [shared.file(kind) for kind in REGISTERS]),
    }


def _settings(collections: list[Node], singletons: list[Node]) -> Node:
    return {
        "load_config_file": False,
        "backend": {"name": "github", "repo": "", "branch": "main", "auth_methods": ["token"], "commit_messages": _MESSAGES},
        "publish_mode": "editorial_workflow",
        "media_folder": "berkas",
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": MAX_SLUG},
        "editor": {"preview": False},
        "show_preview_links": False,
        "output": {"omit_empty_optional_fields": True},
        "collections": collections,
        "singletons": singletons,
    }


class _Form:
    """Make the fields of a folder, in which *listed* says where the ids of other records are found."""

    def __init__(self, listed: dict[str, Node]) -> None:
        self.listed = listed

    def file(self, kind: str) -> Node:
        """Return the one file of a kind."""
        tree = skema(kind)
        shown = {"name": kind, "label": tree["title"], "file": f"{kind}.yml"}
        return shown | {"format": _FORMATS.get(kind, "rekaman"), "fields": self.fields(tree)}

    def folder(self, name: str, kind: str) -> Node:
        """Return the folder of the records of a kind."""
        tree = skema(kind)
        label = _WORDS[name][0] if name in _WORDS else tree["title"]
        return {
            "name": name,
            "label": label,
            "label_singular": label,
            "description": tree["description"],
            "folder": kind,
            "extension": "yml",
            "format": "rekaman",
            "create": True,
            "identifier_field": "nama",
            "summary": "{{nama | default('{{slug}}')}}",
            "fields": self.fields(tree),
        }

    def fields(self, tree: Node) -> list[Node]:
        """Return the fields of a mapping; entries under free keys come first, as a list."""
        required = tree.get("required", ())
        fields = [self.field(name, node) | _need(required=name in required) for name, node in tree["properties"].items()]
        entries = tree["additionalProperties"]
        if not entries:
            return fields
        label, hint = entries["title"], tree["description"]
        return [{"name": "isi", "label": label, "hint": hint} | _list([_id(), *self.fields(entries)], label), *fields]

    def field(self, name: str, node: Node) -> Node:
        """Return the field of one key."""
        shown = {"name": name, "label": node["title"], "hint": _hint(node)}
        if "patternProperties" in node:
            return shown | self.channels(node)
        if node["type"] == "array":
            return shown | self.items(node["items"])
        if node["type"] == "object":
            return shown | {"widget": "object", "collapsed": "auto", "fields": self.fields(node)}
        return shown | self.value(node)

    def items(self, node: Node) -> Node:
        """Return what a list is made of: mappings, choices, or lines of text."""
        if "properties" in node:
            return _list(self.fields(node), node["title"])
        widget = self.value(node)
        return widget | {"multiple": True} if widget["widget"] in ("select", "relation") else {"widget": "list"}

    def channels(self, node: Node) -> Node:
        """Return the list that a mapping of channels is shown as: own ones, national ones, and the note among them."""
        (entry,) = node["patternProperties"].values()
        own = next(choice for choice in entry["anyOf"] if "properties" in choice)
        note = self.field("catatan", node["properties"]["catatan"]) | _need(required=True)
        types = [
            {"name": "sendiri", "label": _WORDS["sendiri"][0], "fields": [_id(), *self.fields(own)]},
            {"name": "bersama", "label": _WORDS["bersama"][0], "fields": [_id()]},
            {"name": "catatan", "label": note["label"], "fields": [note]},
        ]
        return {"widget": "list", "collapsed": "auto", "typeKey": "asal", "summary": "{{fields.id}}", "types": types}

    def value(self, node: Node) -> Node:
        """Return the widget of a single value."""
        kind, register = node.get("x-jenis", ""), node.get("x-relasi", "")
        if "enum" in node:
            return _select({choice: node["x-pilihan"][choice] for choice in node["enum"]})
        if kind == "ya_tidak":
            return _select({"true": "Ya", "false": "Tidak"})
        if register in CHOICES:
            return {"widget": "select", "options": [f"@{register}"]}
        if register in self.listed:
            return {"widget": "relation", **self.listed[register]}
        if kind == "tanggal":
            return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
        is_long = kind == "md" or (kind == "teks" and not 0 < len(_example(node)) <= _LINE)
        pattern = {"pattern": [node["pattern"], node["patternErrorMessage"]]} if "pattern" in node else {}
        return {"widget": "text" if is_long else "string"} | pattern


def _list(fields: list[Node], label: str) -> Node:
    first = next(field["name"] for field in fields if field["widget"] in ("string", "text"))
    summary = f"{{{{fields.{first}}}}}"
    return {"widget": "list", "collapsed": "auto", "label_singular": label, "summary": summary, "fields": fields}


def _select(choices: dict[str, str]) -> Node:
    return {"widget": "select", "options": [{"label": label, "value": value} for value, label in choices.items()]}


def _id() -> Node:
    label, hint = _WORDS["id"]
    return {"name": "id", "label": label, "hint": hint, "widget": "string", "pattern": [f"^{SLUG.pattern}$", hint]}


def _need(*, required: bool) -> Node:
    return {} if required else {"required": False}


def _hint(node: Node) -> str:
    example = _example(node)
    return f"{node['description']} Contoh: {example}" if example else str(node["description"])


def _example(node: Node) -> str:
    """Return the example of a single value, or an empty text."""
    return next((text for text in node.get("examples", ()) if isinstance(text, str)), "")
