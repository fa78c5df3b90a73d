-- A planner that knows nothing about a table takes every index that begins with the tenant for as good
-- as any other, and reads all that the tenant has to find two rows. Postgres looks at new tables within
-- a minute by itself; whoever has just filled them does not wait for that.

create function gather_first_statistics() returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  unknown regclass;
begin
  for unknown in
    select c.oid
      from pg_class c
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
       and c.reltuples < 0 and pg_relation_size(c.oid) > 0
     order by c.oid
  loop
    execute format('analyze %s', unknown);
  end loop;
end $$;
comment on function gather_first_statistics is 'analyses what has rows and was never analysed';
revoke execute on function gather_first_statistics from public;
grant execute on function gather_first_statistics to stoa_app;
