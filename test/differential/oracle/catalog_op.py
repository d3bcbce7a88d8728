"""`{"op": "catalog", "paths": [...]}`: what Python itself says of classes of the installed nvflare.

Each class is imported and looked at; none is made. A class whose module cannot be imported here (it needs a package that is not
installed) is answered with the name of the error.
"""

import importlib
import inspect
import warnings

from encoding import Encoded

warnings.simplefilter("ignore")
WITHOUT_SIGNATURE = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.POSITIONAL_ONLY)


def answer(request):
    return Encoded([facts(path) for path in request["paths"]])


def facts(path):
    module_name, name = path.rsplit(".", 1)
    try:
        found = getattr(importlib.import_module(module_name), name)
    except (Exception, SystemExit) as error:
        return {"error": type(error).__name__}
    if not inspect.isclass(found):
        return {"kind": "function", "path": f"{found.__module__}.{getattr(found, '__qualname__', '')}"}
    return {
        "kind": "class",
        "path": f"{found.__module__}.{found.__qualname__}",
        "bases": [f"{base.__module__}.{base.__qualname__}" for base in found.__bases__ if base is not object],
        "abstract": inspect.isabstract(found),
        "ancestors": [f"{base.__module__}.{base.__qualname__}" for base in found.__mro__],
        "parameters": parameters(found),
    }


def parameters(found):
    """Names and defaults; None where the class is not made by an `__init__` that Python code shows."""
    init = found.__init__
    if not inspect.isfunction(init):
        return None if found.__new__ is not object.__new__ else []
    taken = list(inspect.signature(init).parameters.values())[1:]
    return [parameter(each) for each in taken if each.kind not in WITHOUT_SIGNATURE]


def parameter(each):
    if each.kind is inspect.Parameter.VAR_KEYWORD:
        return ["**", None]
    return [each.name, None if each.default is each.empty else repr(each.default)]
