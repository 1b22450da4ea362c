"""The version, in a file that imports nothing: `checker --version` must not load pydantic."""

__version__ = "0.1.0"
