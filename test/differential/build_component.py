"""Builds components with the nvflare that PYTHONPATH gives, as NVFLARE does it: finds the class, calls it with the arguments.

Standard input: `[{"path": "nvflare.a.b.C", "args": {…}}, …]`; standard output: for each null, or the name and text of the error.
Packages outside of NVFLARE that are not installed are stood in for by empty ones, so that the modules can be imported; a class from
there can be inherited from. Nothing else of NVFLARE is changed.
"""

import importlib.machinery
import json
import logging
import sys
import types
import warnings

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)


def any_name(self, name):
    if name.startswith("__"):
        raise AttributeError(name)
    made = AnyClass(name, (), {})
    setattr(self, name, made)
    return made


class AnyClass(type):
    """A class that has every name."""

    __getattr__ = any_name


class StandIn(types.ModuleType):
    """A package that has every name."""

    __path__ = []
    __getattr__ = any_name


class StandsIn:
    """Finds what nobody else finds."""

    PACKAGES = ("torch", "tensorflow", "xgboost", "tenseal", "pandas", "sklearn")

    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in self.PACKAGES:
            return importlib.machinery.ModuleSpec(name, self, is_package=True)
        return None

    def create_module(self, spec):
        return StandIn(spec.name)

    def exec_module(self, module):
        pass


sys.meta_path.append(StandsIn())

from nvflare.fuel.utils.class_utils import instantiate_class  # noqa: E402


def build(component):
    try:
        instantiate_class(component["path"], component["args"])
        return None
    except Exception as error:
        return f"{type(error).__name__}: {error}"


json.dump([build(component) for component in json.load(sys.stdin)], sys.stdout)
