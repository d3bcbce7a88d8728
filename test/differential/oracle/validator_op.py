"""What NVFLARE's own job validator and its helpers say of a job.

`{"op": "validator", "do": "validate", "name": …, "files": {path: text | {"base64": …} | null}}` packs the files with
NVFLARE's zip code (null makes a folder) and answers `{"valid", "error", "exception", "where"}`: `exception` names what left
the validator where that was not its plain rejection, `where` is the place in NVFLARE that decided, `file:function:line`.

`{"op": "validator", "do": "resource_manager_spec" | "portable_spec", "meta": …, "site": …}` and
`{"op": "validator", "do": "launcher_spec", "meta": …, "site": …, "mode": …}` call the helpers that launchers and the
scheduler call; they came with 2.8. `{"op": "validator", "do": "many", "requests": […]}` answers several at once, each with its
value or error. `{"op": "validator", "do": "version"}` says which release answers.
"""

import base64
import logging
import os
import tempfile
import traceback
from pathlib import Path

from encoding import Encoded, encode

import nvflare
from nvflare.fuel.utils.zip_utils import zip_directory_to_bytes
from nvflare.private.fed.server.job_meta_validator import JobMetaValidator

logging.disable(logging.CRITICAL)

# Packing thousands of jobs is quick where folders are kept in memory.
MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def answer(request):
    return HANDLERS[request["do"]](request)


class ListeningValidator(JobMetaValidator):
    """Remembers what was raised inside, because `validate` only hands on the text of a ValueError."""

    raised = None

    def _validate_zf(self, job_name, zf):
        try:
            return super()._validate_zf(job_name, zf)
        except Exception as error:
            self.raised = error
            raise


def validate(request):
    name = request["name"]
    with tempfile.TemporaryDirectory(dir=MEMORY) as root:
        write_files(Path(root) / name, request["files"])
        data = zip_directory_to_bytes(root, name)
    validator = ListeningValidator()
    exception = None
    try:
        valid, error, _ = validator.validate(name, data)
    except Exception as crash:
        valid, error, exception = False, str(crash), type(crash).__name__
    return Encoded({"valid": valid, "error": error, "exception": exception, "where": where(validator.raised)})


def write_files(folder, files):
    folder.mkdir()
    for path, content in files.items():
        target = folder / path
        if content is None:
            target.mkdir(parents=True, exist_ok=True)
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        is_text = isinstance(content, str)
        target.write_bytes(content.encode("utf-8") if is_text else base64.b64decode(content["base64"]))


def where(error):
    """The innermost frame that lies in NVFLARE."""
    if error is None:
        return None
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "nvflare" in frame.filename]
    frame = frames[-1]
    return f"{Path(frame.filename).name}:{frame.name}:{frame.lineno}"


def many(request):
    return Encoded([outcome(item) for item in request["requests"]])


def outcome(request):
    try:
        value = answer(request)
        return {"ok": value.value if isinstance(value, Encoded) else encode(value)}
    except Exception as error:
        return {"error": type(error).__name__}


def helpers():
    from nvflare.utils import job_launcher_utils

    return job_launcher_utils


HANDLERS = {
    "validate": validate,
    "version": lambda request: nvflare.__version__,
    "many": many,
    "resource_manager_spec": lambda request: helpers().get_resource_manager_spec(request["meta"], request["site"]),
    "portable_spec": lambda request: helpers().get_portable_resource_spec(request["meta"], request["site"]),
    "launcher_spec": lambda request: helpers().get_job_launcher_spec(request["meta"], request["site"], request["mode"]),
}
