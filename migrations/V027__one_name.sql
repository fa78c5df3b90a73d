-- People with one name have no family name.
alter table users drop constraint users_last_name_check,
  add constraint users_last_name_check check (length(last_name) <= 100);
alter table signup_requests drop constraint signup_requests_last_name_check,
  add constraint signup_requests_last_name_check check (length(last_name) <= 100);
