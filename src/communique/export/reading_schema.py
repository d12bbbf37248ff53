"""The JSON Schema of a reading, made from the data model itself."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any, get_args

from communique import __version__, reading

DIALECT = "https://json-schema.org/draft/2020-12/schema"

CITED_TYPES = {"string": "CitedText", "integer": "CitedNumber", "boolean": "CitedTruth"}
CITED_CHOICES = {
    get_args(reading.Kind): "CitedKind",
    get_args(reading.Status): "CitedStatus",
    get_args(reading.Role): "CitedRole",
    get_args(reading.DocumentStatus): "CitedDocumentStatus",
}


def reading_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) that every `Reading.to_json()` is true of, made from the data model itself."""
    from pydantic import TypeAdapter

    made = TypeAdapter(reading.Reading).json_schema(mode="serialization")
    parts = made.pop("$defs")
    names = {key: _part_name(key, part) for key, part in parts.items()}
    for key, part in parts.items():
        _close(part, getattr(reading, names[key], None))
    _close(made, reading.Reading)
    schema = {"$schema": DIALECT, "title": "Reading", "version": __version__, **made}
    schema["$defs"] = {names[key]: parts[key] for key in parts}
    renamed: dict[str, Any] = with_refs(schema, {f"#/$defs/{key}": f"#/$defs/{name}" for key, name in names.items()})
    return renamed


def _part_name(key: str, part: dict[str, Any]) -> str:
    if not key.startswith("Cited_"):
        return key
    value = part["properties"]["value"]
    return CITED_CHOICES[tuple(value["enum"])] if "enum" in value else CITED_TYPES[value["type"]]


def _close(part: dict[str, Any], model: Any) -> None:
    """Name an object's keys as JSON names them, allow no others, and drop the titles that only repeat them."""
    keys = {f.name: reading.json_name(f.name, f.metadata) for f in fields(model)} if is_dataclass(model) else {}
    part["properties"] = {keys.get(name, name): each for name, each in part["properties"].items()}
    part["required"] = [keys.get(name, name) for name in part.get("required", ())]
    part["additionalProperties"] = False
    for each in part["properties"].values():
        each.pop("title", None)


def with_refs(node: Any, refs: Mapping[str, str]) -> Any:
    """A schema with its references renamed, throughout."""
    if isinstance(node, dict):
        return {key: refs[each] if key == "$ref" else with_refs(each, refs) for key, each in node.items()}
    if isinstance(node, list):
        return [with_refs(each, refs) for each in node]
    return node
