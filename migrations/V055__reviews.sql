-- Reviews of products: one for each line of an order that was paid. What the database demands of them is written
-- as keys, checks and grants, so that no program can go round it.

-- A key of what was bought. An order that is paid, or was paid and is refunded, never becomes unpaid again.
alter table orders add column is_bought boolean not null
  generated always as (status in ('paid', 'refunded')) stored;
alter table orders add constraint orders_bought_key unique (tenant_id, id, is_bought);
alter table order_lines add constraint order_lines_goods_key
  unique (tenant_id, id, order_id, product_id, merchant_id);

-- What shoppers wrote, in versions. None is ever updated: a rating that is to change is another version, and
-- a review has the rating of its version. What a shopper takes back is deleted.
create table review_texts (
  tenant_id   uuid not null references tenants (id),
  review_id   uuid not null,
  version     integer not null check (version > 0),
  rating      smallint not null check (rating between 1 and 5),
  title       text check (length(title) between 1 and 120),
  body        text check (length(body) between 1 and 5000),
  fingerprint bytea check (length(fingerprint) = 32),
  written_at  timestamptz not null,
  primary key (tenant_id, review_id, version),
  unique (tenant_id, review_id, version, rating)
);
comment on column review_texts.fingerprint is 'SHA-256 of the letters and digits, to find texts that are the same';
create index review_texts_alike on review_texts (tenant_id, fingerprint) where fingerprint is not null;
select protect_tenant_table('review_texts', 'select, insert, delete');

create table reviews (
  tenant_id        uuid not null,
  id               uuid not null,
  order_id         uuid not null,
  order_line_id    uuid not null,
  product_id       uuid not null,
  merchant_id      uuid not null,
  is_bought        boolean not null default true check (is_bought),
  version          integer not null,
  rating           smallint not null,
  status           text not null check (status in ('pending', 'published', 'rejected', 'withdrawn')),
  holds            text[] not null check (holds <@ array['link', 'markup', 'duplicate_text']),
  author_name      text check (length(author_name) between 1 and 60),
  rejection_reason text check (rejection_reason in (
                     'spam', 'offensive', 'personal_data', 'off_topic', 'illegal', 'not_genuine', 'other')),
  rejection_note   text check (length(rejection_note) between 1 and 500),
  was_rejected     boolean not null default false,
  appeal           text check (length(appeal) between 1 and 2000),
  appealed_at      timestamptz,
  answer           text check (length(answer) between 1 and 5000),
  answered_by      text,
  answered_at      timestamptz,
  answer_edited_at timestamptz,
  open_reports     integer not null default 0 check (open_reports >= 0),
  created_at       timestamptz not null,
  edited_at        timestamptz,
  editable_until   timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, order_line_id),
  constraint reviews_of_bought_orders foreign key (tenant_id, order_id, is_bought)
    references orders (tenant_id, id, is_bought),
  constraint reviews_of_order_lines foreign key (tenant_id, order_line_id, order_id, product_id, merchant_id)
    references order_lines (tenant_id, id, order_id, product_id, merchant_id),
  constraint reviews_as_written foreign key (tenant_id, id, version, rating)
    references review_texts (tenant_id, review_id, version, rating),
  foreign key (tenant_id, product_id) references products (tenant_id, id),
  foreign key (tenant_id, merchant_id) references merchants (tenant_id, id),
  check ((status = 'rejected') = (rejection_reason is not null)),
  check (num_nulls(answer, answered_by, answered_at) in (0, 3)),
  check (status <> 'withdrawn' or author_name is null)
);
comment on column reviews.holds is 'why the program wanted somebody to look at it first';
comment on column reviews.was_rejected is 'nobody has published it since it was last rejected';
comment on column reviews.open_reports is 'reports since somebody of the staff last decided about it';
create index reviews_of_product on reviews (tenant_id, product_id, status, id desc);
create index reviews_of_product_by_rating on reviews (tenant_id, product_id, rating, id) where status = 'published';
create index reviews_by_status on reviews (tenant_id, status, id desc);
create index reviews_reported on reviews (tenant_id, id desc) where open_reports > 0;
create index reviews_by_order on reviews (tenant_id, order_id);
select protect_tenant_table('reviews', 'select, insert');
grant update (version, rating, status, holds, author_name, rejection_reason, rejection_note, was_rejected, appeal,
              appealed_at, answer, answered_by, answered_at, answer_edited_at, open_reports, edited_at)
  on reviews to stoa_app;

-- The ratings of a product's published reviews; written with each of them that changes, in one transaction.
create table product_ratings (
  tenant_id  uuid not null,
  product_id uuid not null,
  stars_1    integer not null default 0 check (stars_1 >= 0),
  stars_2    integer not null default 0 check (stars_2 >= 0),
  stars_3    integer not null default 0 check (stars_3 >= 0),
  stars_4    integer not null default 0 check (stars_4 >= 0),
  stars_5    integer not null default 0 check (stars_5 >= 0),
  reviews    bigint not null generated always as (stars_1::bigint + stars_2 + stars_3 + stars_4 + stars_5) stored,
  stars      bigint not null generated always as
               (stars_1 + 2 * stars_2::bigint + 3 * stars_3::bigint + 4 * stars_4::bigint + 5 * stars_5::bigint) stored,
  score      bigint not null generated always as (
               (17500 + 1000 * (stars_1 + 2 * stars_2::bigint + 3 * stars_3::bigint + 4 * stars_4::bigint
                                + 5 * stars_5::bigint))
               / (5 + stars_1::bigint + stars_2 + stars_3 + stars_4 + stars_5)) stored,
  primary key (tenant_id, product_id),
  foreign key (tenant_id, product_id) references products (tenant_id, id)
);
comment on column product_ratings.score is
  'Bayesian mean in thousandths, as if there were five more reviews of 3.5 stars: what products are sorted by';
create index product_ratings_by_score on product_ratings (tenant_id, score desc, product_id desc) where reviews > 0;
select protect_tenant_table('product_ratings', 'select, insert, update (stars_1, stars_2, stars_3, stars_4, stars_5)');

-- What the staff decided, and why. Nobody changes it.
create table review_decisions (
  tenant_id  uuid not null,
  id         uuid not null,
  review_id  uuid not null,
  version    integer not null,
  status     text not null check (status in ('published', 'rejected')),
  reason     text,
  note       text,
  decided_by text not null,
  decided_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, review_id) references reviews (tenant_id, id),
  check ((status = 'rejected') = (reason is not null))
);
create index review_decisions_of_review on review_decisions (tenant_id, review_id, id);
select protect_tenant_table('review_decisions', 'select, insert');

create table review_reports (
  tenant_id  uuid not null,
  id         uuid not null,
  review_id  uuid not null,
  reason     text not null check (reason in (
               'spam', 'offensive', 'personal_data', 'off_topic', 'illegal', 'not_genuine', 'other')),
  details    text check (length(details) between 1 and 1000),
  client     bytea check (length(client) = 32),
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, review_id) references reviews (tenant_id, id)
);
comment on column review_reports.client is
  'a digest of where the report came from, kept until somebody of the staff decides: one client counts once';
create unique index review_reports_open on review_reports (tenant_id, review_id, client) where client is not null;
create index review_reports_of_review on review_reports (tenant_id, review_id, id);
select protect_tenant_table('review_reports', 'select, insert, update (client)');

create table review_settings (
  tenant_id             uuid primary key references tenants (id),
  is_moderated          boolean not null,
  sends_invitations     boolean not null,
  invitation_delay_days integer not null check (invitation_delay_days between 0 and 90),
  edit_window_days      integer not null check (edit_window_days between 0 and 365)
);
select protect_tenant_table('review_settings', 'select, insert, update (is_moderated, sends_invitations, invitation_delay_days, edit_window_days)');
