"""`{"op": "hocon", "text": …}`: what pyhocon makes of a text, as NVFLARE calls it.

Mirrors `nvflare/fuel_opt/utils/pyhocon_loader.py`: parse the string without a folder, then turn the trees into dicts.
"""

import logging

from pyhocon import ConfigFactory, ConfigTree

logging.disable(logging.CRITICAL)


def answer(request):
    return to_dict(ConfigFactory.parse_string(request["text"]))


def to_dict(item):
    if isinstance(item, ConfigTree):
        return {key.strip('"'): to_dict(child) for key, child in item.items()}
    if isinstance(item, list):
        return [to_dict(child) for child in item]
    return item
