"""The way in for a whole shop: a folder of files, checked, then handed to each feature's bulk `load(tx, rows)`.

Rows are mappings, in pieces of at most some thousand; a `load` writes its tables with `runtime.db.insert_rows` and
says what the feed shall know with `sync.feed.touch`. Ids are text, times ISO 8601 UTC as `runtime.clock.stamp` writes
them, amounts minor units, an absent text is "", an absent id None. `home` is the customer's home store, or None.

- `signin.actions.load_stores`, `load_staff`; `catalog.actions.load_products`, `load_stock`
- `customers.actions.load`: id name store phone email loyalty tier owner birthday since language sizes says consents
  addresses (the four nested ones as dict or list) currency, and from her orders last_visit and spend (12 months
  before the newest order of the whole shop)
- `orders.actions.load`: id at customer home store staff channel currency lines; `lines` is a list of tuples
  (id, variant, quantity, price), quantity negative where returned; customer may be None
- `clientbook.actions.load`: id customer home at channel what items text store staff order amount currency; `items` is
  a list of tuples (variant, quantity, amount); "bought" and "returned" events made from the orders come here too
- `cart.actions.load`: customer home store lines; `lines` is a list of tuples (variant, quantity, price, currency)
"""
