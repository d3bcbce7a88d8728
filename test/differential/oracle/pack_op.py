"""`{"op": "pack", "name": …, "text": …}`: what `nvflare job submit` makes of one file.

Mirrors what `save_merged_configs` in `nvflare/tool/job/job_cli.py` does with each file: index it, find the root of the first
entry, and write that in the format of the file. Answers the text that is written.
"""

import logging
import signal
import tempfile
from pathlib import Path

from hocon_op import LONGEST, give_up
from nvflare.tool.job.config import config_indexer
from nvflare.tool.job.config.configer import get_root_index
from nvflare.utils.cli_utils import save_config

logging.disable(logging.CRITICAL)

# Classes only add defaults behind the entries of the file. Importing whatever a text names would be slow and unwise.
config_indexer.optional_import = lambda **_: (None, False)


def answer(request):
    # Some references make pyhocon walk in circles for ever.
    signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, LONGEST, LONGEST)
    try:
        return packed(request["name"], request["text"])
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def packed(name, text):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, name)
        file.write_text(text, encoding="utf-8", newline="")
        _, _, _, indices = config_indexer.build_reverse_order_index(str(file))
        root = get_root_index(next(iter(indices.values()))[0])
        save_config(root.value, str(file))
        return file.read_bytes().decode("utf-8")
