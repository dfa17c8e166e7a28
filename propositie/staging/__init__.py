"""A folder is replaced whole or not at all, and what does not change is not written again."""

from .folder import Staging, StagingError, files_of, told

__all__ = ["Staging", "StagingError", "files_of", "told"]
