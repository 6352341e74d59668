"""A client at home: she puts what is most in stock into her cart in the web shop; knows no screen."""

import httpx

from clienteling.contract.ids import cart_of
from clienteling.demo import store
from clienteling.demo.halves import Shop
from clienteling.demo.web import WebShop


async def fill(shop: Shop, url: str, customer: str) -> str:
    """One piece more in her cart, through central's own API; the code of what it is."""
    code = store.text(shop, store.IN_STOCK, cart_of(customer))
    async with httpx.AsyncClient(base_url=url, trust_env=False) as client:
        web = WebShop(client, shop.web)
        await web.put(customer, await web.find(code))
    return code
