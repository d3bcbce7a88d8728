"""What NVFLARE packs, how it hashes that, and what its policies allow.

`{"op": "manifest", "do": "pack", "folder": absolute path}` packs the folder as the FLARE API does and answers `{"entries":
[[name, size], …], "size": bytes of the archive, "hash": …, "byoc": …}`; folders end with a slash in the archive. Where packing fails,
the exception's class name is answered as any error is.

`{"op": "manifest", "do": "policy", "policy": …, "questions": [{"right", "name", "org", "role", "site_org", "submitter"}, …]}` answers
`{"error": …}` for a policy that cannot be read, else `{"answers": [bool, …]}`.
"""

import logging
import os

from encoding import Encoded

from nvflare.apis.utils.job_submit_token import canonical_job_content_hash
from nvflare.fuel.sec.authz import Authorizer, AuthzContext, Person
from nvflare.fuel.utils.zip_utils import ls_zip_from_bytes, zip_directory_to_bytes
from nvflare.private.fed.server.job_meta_validator import JobMetaValidator
from nvflare.security.security import COMMAND_CATEGORIES

logging.disable(logging.CRITICAL)


def answer(request):
    return HANDLERS[request["do"]](request)


def pack(request):
    root, name = os.path.split(request["folder"])
    data = zip_directory_to_bytes(root, name)
    entries = [[info.filename, info.file_size] for info in ls_zip_from_bytes(data)]
    try:
        valid, _, meta = JobMetaValidator().validate(name, data)
    except Exception:
        valid, meta = False, {}
    return Encoded(
        {
            "entries": entries,
            "size": len(data),
            "hash": canonical_job_content_hash(data),
            # Of what it refuses the validator says nothing more.
            "byoc": bool(meta.get("byoc")) if valid else None,
        }
    )


def policy(request):
    authorizer = Authorizer("site org", COMMAND_CATEGORIES)
    error = authorizer.load_policy(request["policy"])
    if error:
        return Encoded({"error": error})
    return Encoded({"answers": [allowed(authorizer, question) for question in request["questions"]]})


def allowed(authorizer, question):
    authorizer.site_org = question["site_org"]
    person = Person(question["name"], question["org"], question["role"])
    context = AuthzContext(question["right"], person, person if question["submitter"] else None)
    return authorizer.authorize(context)[0]


HANDLERS = {"pack": pack, "policy": policy}
