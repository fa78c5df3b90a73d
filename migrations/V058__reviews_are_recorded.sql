-- What staff decide about reviews, and how reviews are handled, is in the record of who changed what.

select record_changes('reviews', '{author_name}');
select record_changes('review_settings');
