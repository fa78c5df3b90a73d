-- A merchant's own staff read what was published of it and of what it sold, and answer it.
select show_to_merchant('reviews', 'merchant_id = MERCHANT and status = ''published''',
  'select, update (answer, answered_by, answered_at, answer_edited_at)');
select show_to_merchant('review_texts',
  'exists (select from reviews r where r.tenant_id = review_texts.tenant_id and r.id = review_texts.review_id '
  'and r.version = review_texts.version)', 'select');
select show_to_merchant('review_pictures',
  'exists (select from reviews r where r.tenant_id = review_pictures.tenant_id and r.id = review_pictures.review_id)', 'select');
