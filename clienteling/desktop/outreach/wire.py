"""Whom to tell, as central says it; the only file here that knows the contract."""

import msgspec

from clienteling.contract.v1 import audience as v1
from clienteling.desktop.outreach.domain import MOST, Audience, Told
from clienteling.desktop.runtime.central import Central


async def ask(central: Central, product: str, staff: str) -> Audience:
    """The people of this store who are likeliest to want it, for somebody of its staff; central keeps a record of that.

    Raises Unreachable, or Refused: 404 for a product central does not know, 422 for one of a sensitive category.
    """
    found = await central.get(f"/v1/audience/{product}", v1.Audience, staff=staff, limit=MOST)
    return Audience(found.day, tuple(_told(one) for one in found.people))


def _told(record: v1.Told) -> Told:
    return Told(**{**msgspec.structs.asdict(record), "ways": tuple(record.ways)})
