"""`{"op": "catalog", "paths": [...]}`: what Python itself says of classes of the installed nvflare.

Each class is imported and looked at; none is made. A class whose module cannot be imported here (it needs a package that is not
installed) is answered with the name of the error.
"""

import ast
import importlib
import inspect
import textwrap
import warnings

from encoding import Encoded

from nvflare.apis.fl_component import FLComponent

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
        **(events(found) if issubclass(found, FLComponent) else {}),
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


FIRING = ("fire_event", "fire_fed_event", "fire_event_with_data")


def events(found):
    """The events that plainly stand in the methods which Python finds: `self.fire_event(X, …)`, and what `handle_event` compares."""
    fires, hears = set(), set()
    for name in dir(found):
        method = inspect.getattr_static(found, name)
        owner = next(base for base in found.__mro__ if name in vars(base))
        if not inspect.isfunction(method) or owner is FLComponent or not str(owner.__module__).startswith("nvflare."):
            continue
        tree = parsed(method)
        constant = lambda node: constant_in(node, method.__globals__)
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and is_firing(node) and node.args:
                fires.update(constant(node.args[0]))
            if name == "handle_event" and isinstance(node, ast.Compare) and "event_type" in names_in(node):
                hears.update(text for side in [node.left, *node.comparators] for text in constant(side))
    return {"fires": sorted(fires), "hears": sorted(hears)}


def parsed(method):
    if method not in TREES:
        try:
            TREES[method] = ast.parse(textwrap.dedent(inspect.getsource(inspect.unwrap(method))))
        except (OSError, SyntaxError, TypeError):
            TREES[method] = ast.Module(body=[], type_ignores=[])
    return TREES[method]


TREES = {}


def is_firing(call):
    of = call.func
    return isinstance(of, ast.Attribute) and of.attr in FIRING and isinstance(of.value, ast.Name) and of.value.id == "self"


def names_in(node):
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}


def constant_in(node, names):
    """The texts that an expression certainly is: a text, a name such as `EventType.START_RUN`, a list of these."""
    if isinstance(node, (ast.List, ast.Tuple, ast.Set)):
        return [text for item in node.elts for text in constant_in(item, names)]
    dotted = ast.unparse(node)
    if isinstance(node, ast.Attribute) and dotted.split(".")[0] in names:
        value = names[dotted.split(".")[0]]
        for part in dotted.split(".")[1:]:
            value = getattr(value, part, None)
        return [value] if isinstance(value, str) else []
    if isinstance(node, ast.Name):
        value = names.get(node.id)
        return [value] if isinstance(value, str) else []
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []
