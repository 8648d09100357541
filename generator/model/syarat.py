"""Conditions between the keys of one mapping, as JSON Schema says them; the models say the same in Python."""

from typing import Any

from pydantic import ConfigDict

Condition = dict[str, Any]


def schema(*conditions: Condition) -> ConfigDict:
    """Return the configuration of a model whose schema holds all of *conditions*."""
    return ConfigDict(json_schema_extra={"allOf": list(conditions)})


def exactly_one(first: str, second: str) -> Condition:
    """Ask for one of two keys, and not for both."""
    return {"oneOf": [{"required": [first]}, {"required": [second]}]}


def at_least_one(first: str, second: str) -> Condition:
    """Ask for one of two keys, or both."""
    return {"anyOf": [{"required": [first]}, {"required": [second]}]}


def needs(key: str, *values: str, then: str, unless: str = "") -> Condition:
    """Ask for the key *then* where *key* has one of *values*, but not where the key *unless* may bring it."""
    condition: Condition = {"required": [key], "properties": {key: {"enum": list(values)}}}
    if unless:
        condition["not"] = {"required": [unless]}
    return {"if": condition, "then": {"required": [then]}}


def fits(key: str, *values: str, then: str, value: Condition) -> Condition:
    """Hold the value of the key *then* against *value* where *key* has one of *values*."""
    return {"if": {"required": [key], "properties": {key: {"enum": list(values)}}}, "then": {"properties": {then: value}}}
