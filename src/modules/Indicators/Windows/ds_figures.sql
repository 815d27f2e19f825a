-- ds_figures 上报数
-- One row: a confirmed figure of a unit, from its day until the next of the same item or until it is too old. Days: since, until.
-- id      |      | the figure
-- unit_id |      | the unit for which it was reported
-- item    | code | which figure, as its pack names it
-- since   | day  | first day
-- until   | day  | first day on which it no longer counts; null while it does
-- value   |      | in the unit of its item; 1 or 0 where the item asks whether something is so
create view ds_figures as
select held.id, held.unit_id, held.item, held.since,
       case when held.next is null then held.expires_on when held.expires_on is null or held.next < held.expires_on then held.next else held.expires_on end as until,
       held.value
from (
    select figure.id, figure.unit_id, figure.item, figure.since, figure.expires_on, figure.value,
           lead(figure.since) over (partition by figure.item, figure.unit_id order by figure.since, confirmation.at, figure.id) as next
    from indicators_figures figure join indicators_figure_confirmations confirmation on confirmation.figure_id = figure.id
) held
