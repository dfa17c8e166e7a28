"""A room for dangerous work: files that somebody sent are taken apart in another process.

Whatever a damaged or wicked file does there, crash, never end, eat all memory, comes back as
`IsolationError`. What goes there and back are plain bytes and JSON, so that a process that was
taken over cannot make this one run anything.
"""

from .pool import IsolationError, JobError, prepare, run_isolated

__all__ = ["IsolationError", "JobError", "prepare", "run_isolated"]
