"""Writes Python values as JSON so that nothing is lost: whole numbers and floats, order and type of keys, odd objects."""


class Encoded:
    """An answer that is to be sent as it is."""

    def __init__(self, value):
        self.value = value


def encode(value):
    """None, booleans, strings and lists are themselves; the rest is an object with one key that says what it is."""
    if value is None or value is True or value is False:
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, int):
        return {"int": hex(value)}
    if isinstance(value, float):
        return {"float": repr(value)}
    if isinstance(value, dict):
        return {"dict": [[encode(key), encode(value[key])] for key in value]}
    if isinstance(value, (list, tuple)):
        return [encode(item) for item in value]
    return {"object": type(value).__name__}
