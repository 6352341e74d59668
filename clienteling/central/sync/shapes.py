"""How a change looks in the OpenAPI document; its record is written already and has no shape of its own."""

from __future__ import annotations

from typing import Any

from litestar._openapi.schema_generation import SchemaCreator
from litestar.openapi.spec import Schema
from litestar.plugins import OpenAPISchemaPlugin
from litestar.typing import FieldDefinition

from clienteling.contract.v1.sync import Change

_SHAPES = {"kind": str, "id": str, "ver": int, "deleted": bool, "data": dict[str, Any]}


class ChangeShape(OpenAPISchemaPlugin):
    """Says it in place of Litestar, which takes a default for something to look up in a set."""

    def is_plugin_supported_field(self, field_definition: FieldDefinition) -> bool:
        """Only of a change."""
        return field_definition.annotation is Change

    def to_openapi_schema(self, field_definition: FieldDefinition, schema_creator: SchemaCreator) -> Schema:
        """What travels: the record is an object, absent when the entity is gone."""
        fields = {name: FieldDefinition.from_annotation(kind, name=name) for name, kind in _SHAPES.items()}
        return schema_creator.create_component_schema(
            field_definition, required=["id", "kind", "ver"], property_fields=fields
        )
