-- Orders, one row each. Amounts are in hundredths of the currency; the document has them as decimals.
CREATE TABLE orders (
    key TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    document TEXT NOT NULL,
    number BIGINT NOT NULL UNIQUE,
    purpose TEXT NOT NULL,
    owner_key TEXT NOT NULL,
    payer TEXT NOT NULL,
    provider TEXT NOT NULL,
    status TEXT NOT NULL,
    amount_minor BIGINT NOT NULL,
    refunded_minor BIGINT NOT NULL,
    awaits_operator BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    next_ask_at BIGINT
);
CREATE INDEX orders_by_payer ON orders (payer, number);
CREATE INDEX orders_by_owner ON orders (purpose, owner_key, number);
-- Orders whose provider is to be asked, by time.
CREATE INDEX orders_to_ask ON orders (next_ask_at) WHERE next_ask_at IS NOT NULL;

-- What happened to an order: child rows of the order, numbered from 1.
CREATE TABLE order_events (
    order_id BIGINT NOT NULL,
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    amount_minor BIGINT,
    actor TEXT,
    detail TEXT,
    PRIMARY KEY (order_id, number)
);
