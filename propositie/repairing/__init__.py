"""Repairing: the edits of findings carried out, each only when the file is the better for it.

Nothing is written before the file was read again as it would be: the finding is gone, and no
other mistake came.
"""

from .plan import FileRepair, plan_repairs, repair_one

__all__ = ["FileRepair", "plan_repairs", "repair_one"]
