//! Writing documents, and counting their words.

use db::{DbError, TenantTx};
use kernel::ids::ProductId;

use crate::search::Document;

/// Lets nobody else write the tenant's index until the transaction ends.
pub(in crate::search) async fn lock(tx: &mut TenantTx) -> Result<(), DbError> {
    sqlx::query("select pg_advisory_xact_lock(7243119, hashtext($1::text))")
        .bind(tx.tenant_id().uuid())
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Takes the words of products' documents off the counts.
pub(in crate::search) async fn count_out(
    tx: &mut TenantTx,
    products: &[ProductId],
) -> Result<(), DbError> {
    sqlx::query(
        "with counted as (
           select d.language, d.currency, word.word, count(*)::integer as documents
             from search_documents d
            cross join lateral unnest(d.words) as word (word)
            where d.tenant_id = $1 and d.product_id = any($2)
            group by 1, 2, 3
         ), gone as (
           delete from search_terms t
            using counted c
            where t.tenant_id = $1 and t.language = c.language and t.currency = c.currency
              and t.term = c.word and t.documents <= c.documents
         )
         update search_terms t
            set documents = t.documents - c.documents
           from counted c
          where t.tenant_id = $1 and t.language = c.language and t.currency = c.currency
            and t.term = c.word and t.documents > c.documents",
    )
    .bind(tx.tenant_id())
    .bind(products)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Adds the words of products' documents to the counts.
pub(in crate::search) async fn count_in(
    tx: &mut TenantTx,
    products: &[ProductId],
) -> Result<(), DbError> {
    sqlx::query(
        "insert into search_terms as t (tenant_id, language, currency, term, documents)
         select $1, d.language, d.currency, word.word, count(*)::integer
           from search_documents d
          cross join lateral unnest(d.words) as word (word)
          where d.tenant_id = $1 and d.product_id = any($2)
          group by 2, 3, 4
         on conflict (tenant_id, language, currency, term) do update
            set documents = t.documents + excluded.documents",
    )
    .bind(tx.tenant_id())
    .bind(products)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Replaces the documents of `products`; those that are not among `documents` are deleted.
pub(in crate::search) async fn put(
    tx: &mut TenantTx,
    products: &[ProductId],
    documents: &[Document],
) -> Result<(), DbError> {
    let text = |value: fn(&Document) -> &str| documents.iter().map(value).collect::<Vec<_>>();
    let lists = |value: fn(&Document) -> &Vec<String>| {
        let lists = documents.iter().map(|it| serde_json::json!(value(it)));
        lists.collect::<Vec<_>>()
    };
    let ids: Vec<_> = documents.iter().map(|it| it.product_id).collect();
    let prices: Vec<_> = documents.iter().map(|it| it.min_minor).collect();
    let available: Vec<_> = documents.iter().map(|it| it.is_available).collect();
    let restricted: Vec<_> = documents.iter().map(|it| it.is_restricted).collect();
    sqlx::query(
        "with made as (
           select * from unnest($3::text[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::text[],
                                $9::text[], $10::text[], $11::text[], $12::jsonb[], $13::jsonb[],
                                $14::jsonb[], $15::bigint[], $16::boolean[], $17::boolean[])
                  as made (language, currency, product_id, title, plain_title, title_words, kind_words,
                           variant_words, description_words, codes, words, facets, min_minor, is_available,
                           is_restricted)
         ), gone as (
           delete from search_documents d
            where d.tenant_id = $1 and d.product_id = any($2)
              and not exists (select from made
                               where made.language = d.language and made.currency = d.currency
                                 and made.product_id = d.product_id)
         )
         insert into search_documents
                (tenant_id, language, currency, product_id, title, plain_title, min_minor, is_available,
                 is_restricted, facets, words, lexemes)
         select $1, m.language, m.currency, m.product_id, m.title, m.plain_title, m.min_minor,
                m.is_available, m.is_restricted, array(select jsonb_array_elements_text(m.facets)),
                array(select jsonb_array_elements_text(m.words)),
                setweight(to_tsvector(c.config, m.title_words), 'A')
                || setweight(to_tsvector(c.config, m.kind_words), 'B')
                || setweight(to_tsvector(c.config, m.variant_words), 'C')
                || setweight(to_tsvector(c.config, m.description_words), 'D')
                || array_to_tsvector(array(select jsonb_array_elements_text(m.codes)))
           from made m
          cross join lateral (select ('stoa_' || m.language)::regconfig as config) c
         on conflict (tenant_id, language, currency, product_id) do update
            set title = excluded.title, plain_title = excluded.plain_title,
                min_minor = excluded.min_minor, is_available = excluded.is_available,
                is_restricted = excluded.is_restricted,
                facets = excluded.facets, words = excluded.words, lexemes = excluded.lexemes",
    )
    .bind(tx.tenant_id())
    .bind(products)
    .bind(text(|document| document.market.language.name()))
    .bind(text(|document| document.market.currency.code()))
    .bind(ids)
    .bind(text(|document| &document.title))
    .bind(text(|document| &document.plain_title))
    .bind(text(|document| &document.title_words))
    .bind(text(|document| &document.kind_words))
    .bind(text(|document| &document.variant_words))
    .bind(text(|document| &document.description_words))
    .bind(lists(|document| &document.codes))
    .bind(lists(|document| &document.vocabulary))
    .bind(lists(|document| &document.facets))
    .bind(prices)
    .bind(available)
    .bind(restricted)
    .execute(tx.conn())
    .await?;
    Ok(())
}
