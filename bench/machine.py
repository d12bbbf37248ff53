"""Which machine and which versions the figures are of."""

import os
import platform
from importlib.metadata import version
from pathlib import Path


def machine() -> str:
    """The number of processors and their model, nothing that names the machine itself."""
    return f"{os.cpu_count()} × {_model()}"


def versions() -> dict[str, str]:
    """The versions that the figures depend on most."""
    return {"python": platform.python_version(), "communique": version("communique"), "spacy": version("spacy")}


def _model() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.processor() or platform.machine()
