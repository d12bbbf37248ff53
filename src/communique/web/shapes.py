"""JSON Schemas of what the pages' JSON twins hold, made from the types of the entries themselves.

They describe what `record.entries.to_json` makes: dataclasses as objects with all their fields, tuples as arrays.
"""

import dataclasses
import types
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from communique.export.reading_schema import reading_schema, with_refs
from communique.reading import Reading
from communique.record.entries import Told
from communique.resolve.agreement.told import Valued

Shape = dict[str, Any]

_OF_A_DOCUMENT = {"$schema", "version"}  # keys of a schema that stands alone

_PLAIN: dict[Any, Shape] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    float: {"type": "number"},
    type(None): {"type": "null"},
}


class Shapes:
    """The schemas of all types asked for, by name, for `components.schemas` of an OpenAPI description."""

    def __init__(self) -> None:
        self.named: dict[str, Shape] = {}

    def of(self, hint: Any) -> Shape:
        """The schema of a type; dataclasses become references to `named`."""
        if hint in _PLAIN:
            return dict(_PLAIN[hint])
        origin, arguments = get_origin(hint), get_args(hint)
        if origin in (Union, types.UnionType):
            return self._one_of(arguments)
        if origin is Literal:
            return {"enum": list(arguments)}
        if origin is tuple and arguments[-1] is not Ellipsis:
            size = len(arguments)
            return {"type": "array", "items": self._one_of(arguments), "minItems": size, "maxItems": size}
        if origin in (tuple, list, Sequence):
            return {"type": "array", "items": self.of(arguments[0])}
        if origin in (dict, Mapping):
            return {"type": "object", "additionalProperties": self.of(arguments[1])}
        return self._class(origin or hint, arguments)

    def _one_of(self, hints: Sequence[Any]) -> Shape:
        return {"anyOf": [self.of(each) for each in hints]}

    def _class(self, made_of: Any, arguments: tuple[Any, ...]) -> Shape:
        if made_of is Valued:  # in a record every value is `Told`
            return self.of(Told[str | int | bool])
        if isinstance(made_of, type) and issubclass(made_of, Enum):
            return {"enum": [each.value for each in made_of]}
        if made_of is Reading:
            return self._reading()
        if isinstance(made_of, type) and dataclasses.is_dataclass(made_of):
            return self._entry(made_of, arguments)
        return {}  # anything

    def _reading(self) -> Shape:
        """A reference to the schema that `communique schema` prints, its parts named apart from the record's."""
        if "Reading" not in self.named:
            made = reading_schema()
            parts = made.pop("$defs")
            refs = {f"#/$defs/{name}": f"#/components/schemas/Reading_{name}" for name in parts}
            self.named["Reading"] = with_refs({key: made[key] for key in made.keys() - _OF_A_DOCUMENT}, refs)
            self.named |= {f"Reading_{name}": with_refs(part, refs) for name, part in parts.items()}
        return {"$ref": "#/components/schemas/Reading"}

    def _entry(self, made_of: type, arguments: tuple[Any, ...]) -> Shape:
        """A reference to the schema of a dataclass, which is made first where it is not there yet."""
        bound = dict(zip(getattr(made_of, "__parameters__", ()), arguments, strict=False))
        name = "_".join([made_of.__name__, *(_word(each) for each in arguments)])
        while name in self.named and self.named[name].get("description") != _first_line(made_of):
            name += "_"  # the reading and the record both have a Statement
        if name not in self.named:
            self.named[name] = {"description": _first_line(made_of)}  # now, for what refers to itself
            hints = get_type_hints(made_of)
            fields = [each.name for each in dataclasses.fields(made_of)]
            properties = {each: self.of(_filled(hints[each], bound)) for each in fields}
            self.named[name] |= {"type": "object", "properties": properties, "required": fields}
        return {"$ref": f"#/components/schemas/{name}"}


def _filled(hint: Any, bound: Mapping[Any, Any]) -> Any:
    """The hint with type variables filled in where it is one or a generic alias of them."""
    if isinstance(hint, TypeVar):
        return bound.get(hint, Any)
    parameters = getattr(hint, "__parameters__", ())
    return hint[tuple(bound.get(each, Any) for each in parameters)] if parameters else hint


def _word(hint: Any) -> str:
    """What a type argument adds to a name: `Told_str`, `Told_held_planned` for a Literal."""
    if get_origin(hint) is Literal:
        return "_".join(str(each) for each in get_args(hint)).replace(" ", "")
    return "".join(part for part in str(getattr(hint, "__name__", hint)) if part.isalnum())


def _first_line(made_of: type) -> str:
    return (made_of.__doc__ or made_of.__name__).strip().split("\n")[0]
