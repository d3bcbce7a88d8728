"""`{"op": "python", "path": …}` or `{"op": "python", "text": …}`: what CPython's own parser finds at the outside of a text.

The answer has the shape of our `PythonModule`, in lists to keep it short; offsets are in UTF-16 units, as ours are.
Ranges of expressions are those of the tree, so without parentheses around them; the reader of the answer allows for that.
"""

import ast
import re
import sys
import warnings

from encoding import Encoded

warnings.simplefilter("ignore")
sys.set_int_max_str_digits(0)
HEADER = re.compile(r"(?:async(?:[ \t\f]|\\\r?\n)+)?(?:class|def)(?:[ \t\f]|\\\r?\n)+(\w+)")
WORD = re.compile(r"\w+")


def answer(request):
    text = request.get("text")
    if text is None:
        with open(request["path"], encoding="utf-8", newline="") as file:
            text = file.read()
    tree = ast.parse(text.removeprefix("\ufeff"))
    return Encoded(Reader(text).scope(tree.body, "always"))


class Reader:
    def __init__(self, text):
        self.text = text
        self.starts = [1 if text.startswith("\ufeff") else 0]
        self.starts += [match.end() for match in re.finditer(r"\r\n|\r|\n", text)]
        self.starts.append(len(text))
        self.is_ascii = text.isascii()
        self.is_bmp = self.is_ascii or max(text) <= "\uffff"

    def offset(self, line, column):
        """Offset in the text, in characters, of a place as `ast` names it: line from 1, column in UTF-8 bytes."""
        start = self.starts[line - 1]
        if self.is_ascii:
            return start + column
        row = self.text[start : self.starts[line]]
        return start + len(row.encode("utf-8")[:column].decode("utf-8"))

    def unit(self, offset):
        return offset if self.is_bmp else len(self.text[:offset].encode("utf-16-le")) // 2

    def range(self, node):
        start = self.offset(node.lineno, node.col_offset)
        end = self.offset(node.end_lineno, node.end_col_offset)
        return [self.unit(start), self.unit(end)]

    def optional(self, node):
        return None if node is None else self.range(node)

    def matched(self, match, group):
        return [self.unit(match.start(group)), self.unit(match.end(group))]

    def scope(self, body, circumstance):
        found = {"classes": [], "functions": [], "imports": [], "assignments": []}
        self.statements(body, circumstance, found)
        return found

    def statements(self, body, circumstance, found):
        for node in body:
            self.statement(node, circumstance, found)

    def statement(self, node, circumstance, found):
        if isinstance(node, ast.ClassDef):
            found["classes"].append(self.class_facts(node, circumstance))
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            found["functions"].append(self.function_facts(node, circumstance))
        elif isinstance(node, ast.Import):
            for alias in node.names:
                found["imports"].append([self.range(alias), circumstance, alias.name, 0, None, alias.asname])
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                where = [self.range(alias), circumstance]
                found["imports"].append(where + [node.module or "", node.level, alias.name, alias.asname])
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                self.assignment(target, circumstance, "=", None, node.value, found)
        elif isinstance(node, ast.AnnAssign):
            if node.simple:
                self.assignment(node.target, circumstance, "=", node.annotation, node.value, found)
        elif isinstance(node, ast.AugAssign):
            if isinstance(node.op, ast.Add) and getattr(node.target, "id", None) == "__all__":
                self.assignment(node.target, circumstance, "+=", None, node.value, found)
        elif isinstance(node, ast.Expr):
            call = node.value
            is_extend = isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "extend"
            if is_extend and getattr(call.func.value, "id", None) == "__all__":
                self.assignment(call.func.value, circumstance, "+=", None, call.args[0], found)
        else:
            self.branches(node, circumstance, found)

    def branches(self, node, circumstance, found):
        below = circumstance if circumstance == "type-checking" else "sometimes"
        for name, value in ast.iter_fields(node):
            if name in ("handlers", "cases"):
                for item in value:
                    self.statements(item.body, below, found)
            elif name in ("body", "orelse", "finalbody"):
                is_checking = isinstance(node, ast.If) and name == "body" and is_type_checking(node.test)
                self.statements(value, "type-checking" if is_checking else below, found)

    def assignment(self, target, circumstance, operator, annotation, value, found):
        if not isinstance(target, ast.Name):
            return
        start, end = self.range(target)
        literal = None if value is None else literal_of(value)
        facts = [[start, end], target.id, circumstance, operator, self.optional(annotation), self.optional(value), literal]
        found["assignments"].append(facts)

    def class_facts(self, node, circumstance):
        match = HEADER.match(self.text, self.offset(node.lineno, node.col_offset))
        inside = self.scope(node.body, "always")
        bases = [self.argument("", base) for base in node.bases]
        bases += [self.argument(keyword.arg, keyword.value) for keyword in node.keywords]
        return {
            "name": node.name,
            "range": self.matched(match, 1),
            "circumstance": circumstance,
            "decorators": [self.range(item) for item in node.decorator_list],
            "bases": sorted(bases, key=lambda base: base[2]),
            "methods": inside["functions"],
            "assignments": inside["assignments"],
            "classes": inside["classes"],
        }

    def argument(self, name, value):
        if name is None:
            return ["", 2, self.range(value)]
        if isinstance(value, ast.Starred):
            return ["", 1, self.range(value.value)]
        return [name, 0, self.range(value)]

    def function_facts(self, node, circumstance):
        match = HEADER.match(self.text, self.offset(node.lineno, node.col_offset))
        return {
            "name": node.name,
            "range": self.matched(match, 1),
            "circumstance": circumstance,
            "isAsync": isinstance(node, ast.AsyncFunctionDef),
            "decorators": [self.range(item) for item in node.decorator_list],
            "parameters": list(self.parameters(node.args)),
            "bodyEnd": self.range(node.body[-1])[1],
        }

    def parameters(self, args):
        positional = args.posonlyargs + args.args
        defaults = [None] * (len(positional) - len(args.defaults)) + args.defaults
        for index, (arg, default) in enumerate(zip(positional, defaults)):
            kind = "positional-only" if index < len(args.posonlyargs) else "positional-or-keyword"
            yield self.parameter(arg, kind, default)
        if args.vararg:
            yield self.parameter(args.vararg, "var-positional", None)
        for arg, default in zip(args.kwonlyargs, args.kw_defaults):
            yield self.parameter(arg, "keyword-only", default)
        if args.kwarg:
            yield self.parameter(args.kwarg, "var-keyword", None)

    def parameter(self, arg, kind, default):
        match = WORD.match(self.text, self.offset(arg.lineno, arg.col_offset))
        literal = None if default is None else literal_of(default)
        return [self.matched(match, 0), arg.arg, kind, self.optional(arg.annotation), self.optional(default), literal]


def is_type_checking(test):
    return re.fullmatch(r"(\w+\.)*TYPE_CHECKING", ast.unparse(test)) is not None


def literal_of(node):
    """What `ast.literal_eval` says, in the shape of our `Literal`; None where it has nothing to say."""
    try:
        return shape(ast.literal_eval(node))
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        return None


def shape(value):
    if value is None:
        return {"kind": "none"}
    if isinstance(value, bool):
        return {"kind": "boolean", "value": value}
    if isinstance(value, int):
        return {"kind": "integer", "value": str(value)}
    if isinstance(value, float):
        return {"kind": "float", "value": repr(value)}
    if isinstance(value, str):
        return {"kind": "string", "value": value}
    if isinstance(value, dict):
        return {"kind": "dict", "entries": [[shape(key), shape(item)] for key, item in value.items()]}
    if isinstance(value, (list, tuple)):
        return {"kind": type(value).__name__, "items": [shape(item) for item in value]}
    if isinstance(value, (set, frozenset)):
        return {"kind": "set", "size": len(value)}
    raise ValueError("no literal of ours")
