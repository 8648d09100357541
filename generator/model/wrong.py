"""How a wrong value says so: an error whose words and hint `validate` hands on to the office."""

from pydantic_core import PydanticCustomError

from generator.diagnostic import Code


def wrong(code: Code, message: str, hint: str = "") -> PydanticCustomError:
    """Return the error that `validate` turns into a finding of *code*; a *hint* that is only an example says "misalnya"."""
    return PydanticCustomError(code.code, "{message}", {"message": message, "hint": hint})
