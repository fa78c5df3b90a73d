-- What is promised is there, or may be owed: one rule under the name that everybody who changes stock knows.
alter table stock_levels
  drop constraint stock_levels_backorder_capped,
  drop constraint stock_levels_not_oversold,
  add constraint stock_levels_not_oversold
    check (case when not allow_backorder then on_hand >= reserved
                else backorder_limit is null or on_hand::bigint - reserved >= -backorder_limit end);
