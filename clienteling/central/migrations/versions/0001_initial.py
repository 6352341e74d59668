"""The first tables of central."""

from alembic import op

from clienteling.central.migrations.columns import table

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create everything."""
    _places()
    _goods()
    _sync()
    _people()
    _trade()
    _histories()
    _advice()
    _search()


def downgrade() -> None:
    """There is nothing before this."""
    raise NotImplementedError


def _places() -> None:
    table(
        "store",
        "id, ver int, tenant, code, name_ko, name_en, kind, currency, city",
        "id",
        unique=("tenant code",),
        index=("tenant",),
    )
    table("staff", "id, ver int, name, role, store, pin, badge", "id", refers={"store": "store"})
    table(
        "device",
        "id, name, store, code, tenant, token_sha256, kind, revoked flag",
        "id",
        unique=(
            "tenant code",
            "token_sha256",
        ),
        refers={"store": "store"},
    )


def _goods() -> None:
    table("product", "id, ver int, tenant, name_ko, name_en, brand, category, text_ko, text_en, picture?", "id")
    table("product_key", "tenant, k key, product", "tenant k product", refers={"product": "product"})
    table(
        "variant",
        "id, product, tenant, place int, sku, gtin?, colour_ko, colour_en, size, price big, currency, "
        "price_version int",
        "id",
        unique=("tenant gtin",),
        index=("product",),
        refers={"product": "product"},
    )
    table("picture", "digest, media_type, data blob", "digest")
    table("stock", "location, variant, ver int, quantity int", "location variant", index=("variant",))
    table("stock_move", "id, location, variant, quantity int, why, at", "id", index=("location variant",))


def _sync() -> None:
    table("scope_head", "scope, head big, floor big, epoch big, tallies json", "scope")
    table("feed", "scope, seq big, kind, id, ver int, deleted flag, at", "scope seq", unique=("scope kind id",))
    table("applied_op", "device, op, fingerprint blob, at, answer json?", "device op")
    table("opened_scope", "device, scope, until", "device scope")
    table(
        "access_record",
        "id, at, tenant, device, staff?, what, customer?, why",
        "id",
        index=(
            "at",
            "customer",
        ),
    )


def _people() -> None:
    table(
        "customer",
        "id, ver int, tenant, name, store, phone, email, loyalty, tier, owner?, birthday, since, last_visit, "
        "language, sizes json, says json, consents json, addresses json, spend big, currency, path, versions "
        "json",
        "id",
        index=("store",),
    )
    table("customer_key", "k key, x key, id", "k x id", sqlite_with_rowid=False)
    table("customer_doc", "num serial, id, doc", "num", unique=("id",))
    table("customer_twin", "id, other", "id other")


def _trade() -> None:
    table("cart", "id, ver int, store, customer?, label, parked flag", "id", index=("customer",))
    table(
        "cart_line",
        "cart, id, quantity int, price big, currency, variant?, gtin?, price_version int, fulfilment, "
        "pickup_store?, source, added_at",
        "cart id",
    )
    table(
        "orders",
        "id, ver int, number, state, store, customer?, staff?, device?, channel, method, address json?, total "
        "big, currency, placed_at, problem, reason",
        "id",
        unique=("device number",),
        index=(
            "customer",
            "store",
        ),
    )
    table(
        "order_line",
        "id, order, position int, variant, quantity int, price big, fulfilment, price_version int, "
        "pickup_store?, source?, promised, problem",
        "id",
        index=("order",),
    )


def _histories() -> None:
    table(
        "event",
        "id, ver int, customer, at, channel, phase, what, items json, store?, staff?, order?, amount big, "
        "currency, text",
        "id",
        index=("customer at: customer at id",),
    )
    table(
        "note",
        "id, ver int, customer, author, store, visibility, review, product?, reason, reviewer?, reviewed_at, "
        "deleted flag",
        "id",
        index=("customer",),
    )
    table("note_version", "note, number int, text, staff, at", "note number")
    table("note_audit", "note, number int, text, redacted_by, redacted_at", "note number")
    table("visit", "id, ver int, customer, store, started_at, source, zone, ended_at", "id", index=("customer store",))


def _advice() -> None:
    table("suggestions", "id, ver int, at, items json", "id")
    table("suggestion_clock", "id int, built_at, as_of", "id")
    table("companion", "product, other, strength real", "product other")
    table("interest", "customer, variant, what, at", "customer variant what")
    table("refused", "customer, product", "customer product")


def _search() -> None:
    """What finds the middle of a phone number or an address has its own index on either database."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        op.create_index(
            "ix_customer_doc_trigrams",
            "customer_doc",
            ["doc"],
            postgresql_using="gin",
            postgresql_ops={"doc": "gin_trgm_ops"},
        )
        return
    op.execute(
        "CREATE VIRTUAL TABLE customer_tri USING "
        "fts5(doc, content='customer_doc', content_rowid='num', tokenize='trigram', detail='none')"
    )
