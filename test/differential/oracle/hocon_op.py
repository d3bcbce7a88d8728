"""`{"op": "hocon", "text": …}`: what pyhocon makes of a text, as NVFLARE calls it.

Mirrors `nvflare/fuel_opt/utils/pyhocon_loader.py`: parse the string without a folder, then turn the trees into dicts.
"""

import logging
import signal

from pyhocon import ConfigFactory, ConfigTree

logging.disable(logging.CRITICAL)

# Some references make pyhocon walk in circles for ever.
LONGEST = 2


class Endless(Exception):
    """pyhocon did not come to an end."""


def answer(request):
    signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, LONGEST, LONGEST)
    try:
        return to_dict(ConfigFactory.parse_string(request["text"]))
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def give_up(_signal, _frame):
    raise Endless()


def to_dict(item):
    if isinstance(item, ConfigTree):
        result = {}
        for key, child in item.items():
            result[key.strip('"')] = to_dict(child)
        return result
    if isinstance(item, list):
        return [to_dict(child) for child in item]
    return item
