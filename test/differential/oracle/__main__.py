"""Answers what NVFLARE's real parsers say, so that tests can compare our readers with them.

Speaks JSON lines: each line of stdin is a request `{"id": …, "op": …, …}`, each line of stdout its answer,
in order: `{"id": …, "ok": value}` or `{"id": …, "error": class name, "valueError": bool, "message": text}`.
A `valueError` is what NVFLARE's server passes on as a plain rejection; any other error leaves it as an internal one.

Every op is a module `<op>_op.py` beside this file with one function `answer(request)`. It is imported when it is first
asked for, so that an op works where only its own parser is installed. What `answer` returns is encoded by
`encoding.py`, unless it is an `Encoded` already.
"""

import importlib
import json
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from encoding import Encoded, encode  # noqa: E402


def main():
    # Parsers print and log as they like; only answers may reach the reader of our stdout.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    for line in sys.stdin.buffer:
        request = json.loads(line)
        answers.write(json.dumps({"id": request["id"], **reply(request)}) + "\n")
        answers.flush()


def reply(request):
    answer = importlib.import_module(request["op"] + "_op").answer
    try:
        value = answer(request)
        return {"ok": value.value if isinstance(value, Encoded) else encode(value)}
    except Exception as error:
        return {
            "error": type(error).__name__,
            "valueError": isinstance(error, ValueError),
            "message": str(error)[:500],
        }


if __name__ == "__main__":
    main()
