-- The tables of the tablet as they were first.
CREATE TABLE base (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    ver INTEGER NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (kind, id)
)
 WITHOUT ROWID;

CREATE TABLE cart (
    id TEXT NOT NULL,
    store TEXT NOT NULL,
    customer TEXT,
    label TEXT NOT NULL,
    parked BOOLEAN NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE cart_line (
    cart TEXT NOT NULL,
    id TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    price INTEGER NOT NULL,
    currency TEXT NOT NULL,
    variant TEXT,
    gtin TEXT,
    price_version INTEGER NOT NULL,
    fulfilment TEXT NOT NULL,
    pickup_store TEXT,
    source TEXT NOT NULL,
    added_at TEXT NOT NULL,
    PRIMARY KEY (cart, id)
)
 WITHOUT ROWID;

CREATE TABLE cursor (
    scope TEXT NOT NULL,
    cursor TEXT NOT NULL,
    read_at TEXT NOT NULL,
    mismatches INTEGER NOT NULL,
    PRIMARY KEY (scope)
);

CREATE TABLE customer (
    n INTEGER NOT NULL,
    id TEXT NOT NULL,
    ver INTEGER NOT NULL,
    name TEXT NOT NULL,
    store TEXT NOT NULL,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    loyalty TEXT NOT NULL,
    tier TEXT NOT NULL,
    birthday TEXT NOT NULL,
    since TEXT NOT NULL,
    last_visit TEXT NOT NULL,
    language TEXT NOT NULL,
    owner TEXT,
    sizes JSON NOT NULL,
    says JSON NOT NULL,
    consents JSON NOT NULL,
    addresses JSON NOT NULL,
    spend INTEGER NOT NULL,
    currency TEXT NOT NULL,
    path TEXT NOT NULL,
    doc TEXT NOT NULL,
    PRIMARY KEY (n),
    UNIQUE (id)
);

CREATE TABLE customer_key (k TEXT NOT NULL, x TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (k, x, n)) WITHOUT ROWID;

CREATE TABLE customer_seen (
    customer TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    fetched_at TEXT NOT NULL,
    PRIMARY KEY (customer)
);

CREATE VIRTUAL TABLE customer_tri USING fts5(doc, content='', contentless_delete=1, detail=none, tokenize='trigram');

CREATE TABLE customer_tri_df (term TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;

CREATE VIRTUAL TABLE customer_tri_vocab USING fts5vocab(customer_tri, 'row');

CREATE TABLE device (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    store TEXT NOT NULL,
    code TEXT NOT NULL,
    tenant TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE event (
    id TEXT NOT NULL,
    customer TEXT NOT NULL,
    at TEXT NOT NULL,
    channel TEXT NOT NULL,
    phase TEXT NOT NULL,
    what TEXT NOT NULL,
    items JSON NOT NULL,
    store TEXT,
    staff TEXT,
    "order" TEXT,
    amount INTEGER NOT NULL,
    currency TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE holding (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    scope TEXT NOT NULL,
    ver INTEGER NOT NULL,
    PRIMARY KEY (kind, id, scope)
)
 WITHOUT ROWID;

CREATE TABLE note (
    id TEXT NOT NULL,
    customer TEXT NOT NULL,
    author TEXT NOT NULL,
    store TEXT NOT NULL,
    visibility TEXT NOT NULL,
    review TEXT NOT NULL,
    text TEXT NOT NULL,
    folded TEXT NOT NULL,
    version INTEGER NOT NULL,
    written_at TEXT NOT NULL,
    edited_at TEXT NOT NULL,
    reason TEXT NOT NULL,
    reviewer TEXT,
    reviewed_at TEXT NOT NULL,
    product TEXT,
    PRIMARY KEY (id)
);

CREATE TABLE order_line (
    "order" TEXT NOT NULL,
    place INTEGER NOT NULL,
    id TEXT NOT NULL,
    variant TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    price INTEGER NOT NULL,
    fulfilment TEXT NOT NULL,
    price_version INTEGER NOT NULL,
    pickup_store TEXT,
    source TEXT,
    promised TEXT NOT NULL,
    problem TEXT NOT NULL,
    PRIMARY KEY ("order", place)
)
 WITHOUT ROWID;

CREATE TABLE order_step (
    "order" TEXT NOT NULL,
    state TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY ("order", state)
)
 WITHOUT ROWID;

CREATE TABLE orders (
    id TEXT NOT NULL,
    number TEXT NOT NULL,
    state TEXT NOT NULL,
    store TEXT NOT NULL,
    customer TEXT,
    staff TEXT,
    channel TEXT NOT NULL,
    method TEXT NOT NULL,
    total INTEGER NOT NULL,
    currency TEXT NOT NULL,
    placed_at TEXT NOT NULL,
    address JSON,
    problem TEXT NOT NULL,
    refused BOOLEAN NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE outbox (
    n INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    op TEXT NOT NULL,
    kind TEXT NOT NULL,
    entity_kind TEXT NOT NULL,
    entity TEXT NOT NULL,
    body BLOB NOT NULL,
    state TEXT NOT NULL,
    ver INTEGER,
    answer BLOB,
    made_at TEXT NOT NULL,
    answered_at TEXT,
    UNIQUE (op)
);

CREATE TABLE product (
    id TEXT NOT NULL,
    name_ko TEXT NOT NULL,
    name_en TEXT NOT NULL,
    brand TEXT NOT NULL,
    category TEXT NOT NULL,
    picture TEXT,
    text_ko TEXT NOT NULL,
    text_en TEXT NOT NULL,
    document TEXT NOT NULL,
    leads TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE receipt_counter (
    device_code TEXT NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (device_code)
)
 WITHOUT ROWID;

CREATE TABLE setting (
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (name)
);

CREATE TABLE signin_attempts (
    staff TEXT NOT NULL,
    failures INTEGER NOT NULL,
    until TEXT NOT NULL,
    PRIMARY KEY (staff)
);

CREATE TABLE staff (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    store TEXT NOT NULL,
    pin TEXT NOT NULL,
    badge TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE stock (
    variant TEXT NOT NULL,
    location TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    PRIMARY KEY (variant, location)
)
 WITHOUT ROWID;

CREATE TABLE store (
    id TEXT NOT NULL,
    code TEXT NOT NULL,
    name_ko TEXT NOT NULL,
    name_en TEXT NOT NULL,
    kind TEXT NOT NULL,
    currency TEXT NOT NULL,
    city TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE suggestion (
    customer TEXT NOT NULL,
    product TEXT NOT NULL,
    variant TEXT,
    reason TEXT NOT NULL,
    facts JSON NOT NULL,
    score FLOAT NOT NULL,
    PRIMARY KEY (customer, product)
)
 WITHOUT ROWID;

CREATE TABLE suggestion_list (
    customer TEXT NOT NULL,
    ver INTEGER NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (customer)
);

CREATE TABLE variant (
    id TEXT NOT NULL,
    product TEXT NOT NULL,
    place INTEGER NOT NULL,
    sku TEXT NOT NULL,
    gtin TEXT,
    price INTEGER NOT NULL,
    currency TEXT NOT NULL,
    price_version INTEGER NOT NULL,
    colour_ko TEXT NOT NULL,
    colour_en TEXT NOT NULL,
    size TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE visit (
    id TEXT NOT NULL,
    customer TEXT NOT NULL,
    store TEXT NOT NULL,
    started_at TEXT NOT NULL,
    source TEXT NOT NULL,
    zone TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX customer_loyalty ON customer (loyalty);

CREATE INDEX customer_owner ON customer (owner, last_visit);

CREATE INDEX customer_seen_opened ON customer_seen (opened_at);

CREATE INDEX customer_store ON customer (store, last_visit);

CREATE INDEX customer_visit ON customer (last_visit);

CREATE INDEX event_history ON event (customer, at, id);

CREATE INDEX event_order ON event ("order");

CREATE INDEX holding_scope ON holding (scope, kind);

CREATE INDEX ix_orders_customer ON orders (customer);

CREATE INDEX ix_orders_number ON orders (number);

CREATE INDEX ix_orders_staff ON orders (staff);

CREATE INDEX ix_product_category ON product (category);

CREATE INDEX ix_variant_gtin ON variant (gtin);

CREATE INDEX ix_variant_product ON variant (product);

CREATE INDEX note_author ON note (author, edited_at);

CREATE INDEX note_customer ON note (customer, edited_at);

CREATE INDEX note_review ON note (store, review, edited_at);

CREATE INDEX orders_newest ON orders (placed_at DESC, id, state);

CREATE INDEX orders_state ON orders (state, placed_at);

CREATE INDEX outbox_entity ON outbox (entity_kind, entity);

CREATE INDEX outbox_state ON outbox (state);

CREATE INDEX visit_open ON visit (store, ended_at, started_at);
