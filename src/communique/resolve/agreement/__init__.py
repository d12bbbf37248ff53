"""What the accounts of one engagement agree on, what only one tells, what they contradict each other in.

Nothing told is lost: every value keeps the accounts that tell it. Which is shown first follows an order that is the
same for all (see `preference`), and that people's decisions outrank.
"""

from communique.resolve.agreement.fields import Agreement, agreement
from communique.resolve.agreement.told import Field, State, Telling, Value, Voucher

__all__ = ["Agreement", "Field", "State", "Telling", "Value", "Voucher", "agreement"]
