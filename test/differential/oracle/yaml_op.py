"""`{"op": "yaml", "text": …}`: what OmegaConf makes of a text, as NVFLARE calls it.

Mirrors `nvflare/fuel_opt/utils/omegaconf_loader.py`: create a configuration from the string, then turn it into plain
containers with its interpolations resolved.
"""

import logging
import warnings

from omegaconf import OmegaConf

logging.disable(logging.CRITICAL)
warnings.simplefilter("ignore")


def answer(request):
    return OmegaConf.to_container(OmegaConf.create(request["text"]), resolve=True)
