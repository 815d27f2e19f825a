-- K1 to K3 of 教督〔2020〕1号, those that the rolls can tell.
, gardens as (
  select p.unit, p.school, p.ownership, p.planned_in,
    (select count(*) from pupils x where x.school = p.school and x.stage = 0) as children,
    coalesce((select f.operating from funds f where f.school = p.school), 0) as operating,
    coalesce((select f.subsidy from funds f where f.school = p.school), 0) as subsidy,
    coalesce((select m.play_area from premises m where m.school = p.school), 0) as play_area,
    coalesce((select m.activity_room_area from premises m where m.school = p.school), 0) as activity_room_area,
    coalesce((select m.floor_area from premises m where m.school = p.school), 0) as floor_area
  from places p where p.kind = 'Kindergarten'
),
figures as (
  -- What the district last reported by then, confirmed by somebody else, not yet too old.
  select f.item, f.value from indicators_figures f
  where exists (select 1 from indicators_figure_confirmations c where c.figure_id = f.id) and f.since <= :day and (f.expires_on is null or f.expires_on > :day)
    and not exists (select 1 from indicators_figures g join indicators_figure_confirmations c on c.figure_id = g.id where g.item = f.item and g.unit_id = f.unit_id and g.since <= :day and g.since > f.since)
),
limits as (
  -- 小班25人，中班30人，大班35人，混龄班30人.
  select c.school, c.n, case when c.kind = 'Mixed' then 30 when c.grade = 1 then 25 when c.grade = 2 then 30 when c.grade = 3 then 35 else 30 end as most
  from classes c where c.stage = 0
),
found as (
  select 'K2_4' as code, unit, 100.0 * sum(case when ownership in ('Public', 'Inclusive') then 1 else 0 end) / count(*) as value from places where kind = 'Kindergarten' and is_of_estate group by unit
  union all
  select 'K1_1', null, 100.0 * (select count(*) from pupils where stage = 0) / (select value from figures where item = 'resident_children' and value > 0)
  union all
  select 'K1_2', null, 100.0 * sum(case when h.ownership in ('Public', 'Inclusive') then 1 else 0 end) / count(*) from pupils x join held h on h.school = x.school where x.stage = 0 having count(*) > 0
  union all
  select 'K1_3', null, 100.0 * sum(case when h.ownership = 'Public' then 1 else 0 end) / count(*) from pupils x join held h on h.school = x.school where x.stage = 0 having count(*) > 0
  union all
  select 'K2_3', null, 1.0 * (select count(*) from held where kind = 'Kindergarten' and ownership = 'Public' and is_township_centre) / (select value from figures where item = 'townships' and value > 0)
  union all
  select 'K2_5a', unit, sum(operating) / 100.0 / sum(children) from gardens where ownership = 'Public' group by unit having sum(children) > 0
  union all
  select 'K2_5b', unit, sum(subsidy) / 100.0 / sum(children) from gardens where ownership = 'Inclusive' group by unit having sum(children) > 0
  union all
  -- Square metres for each child: without children there is nothing to measure.
  select case when planned_in >= 2017 then 'K3_1_new' else 'K3_1_old' end, unit, 100.0 * sum(case when play_area >= 400 * children then 1 else 0 end) / count(*)
  from gardens where planned_in is not null and children > 0 group by unit, case when planned_in >= 2017 then 'K3_1_new' else 'K3_1_old' end
  union all
  select case when planned_in >= 2017 then 'K3_1b_new' else 'K3_1b_old' end, unit, 100.0 * sum(case when activity_room_area >= 817 * children then 1 else 0 end) / count(*)
  from gardens where planned_in is not null and children > 0 group by unit, case when planned_in >= 2017 then 'K3_1b_new' else 'K3_1b_old' end
  union all
  select case when planned_in >= 2017 then 'K3_1c_new' else 'K3_1c_old' end, unit, 100.0 * sum(case when floor_area >= 1044 * children then 1 else 0 end) / count(*)
  from gardens where planned_in is not null and children > 0 group by unit, case when planned_in >= 2017 then 'K3_1c_new' else 'K3_1c_old' end
  union all
  select 'K3_2', p.unit, 100.0 * sum(case when l.n <= l.most then 1 else 0 end) / count(*) from places p join limits l on l.school = p.school group by p.unit
  union all
  select 'K3_3', p.unit, 1.0 * sum((select count(*) from pupils x where x.school = p.school and x.stage = 0))
    / nullif(case when p.unit is null then (select count(distinct t.teacher) from teachers t where t.stage = 'Preschool') else (select count(distinct t.teacher) from teachers t where t.stage = 'Preschool' and t.school = p.unit) end, 0)
  from places p group by p.unit
  union all
  select 'K3_4', p.unit, 100.0 * count(distinct case when t.is_certified = 1 then t.teacher end) / count(distinct t.teacher)
  from places p join staff t on t.school = p.school and (t.category = 'Teacher' and t.stage = 'Preschool' or t.category = 'KindergartenHead') group by p.unit
)
select code, unit, cast(value as double precision) as value from found
