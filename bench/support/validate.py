"""Validates a job folder as NVFLARE's server does when the job is submitted."""

import os
import sys

from nvflare.fuel.utils.zip_utils import zip_directory_to_bytes
from nvflare.private.fed.server.job_meta_validator import JobMetaValidator

folder = os.path.abspath(sys.argv[1])
parent, name = os.path.split(folder)
valid, error, _ = JobMetaValidator().validate(name, zip_directory_to_bytes(parent, name))
if not valid:
    sys.exit(error)
