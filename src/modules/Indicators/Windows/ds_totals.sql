-- ds_totals 指标合计
-- One row: a count or sum over the rows of one unit on a day, from which readings are made. For the house itself, not for formulas.
-- scan    |  | which rows were read
-- slot    |  | which count or sum of that scan
-- unit_id |  | the unit whose own rows were counted
-- at      | day | the day
-- value   |  | the count or sum
create view ds_totals as
select total.scan, total.slot, total.unit_id, total.at, total.value from indicators_totals total
