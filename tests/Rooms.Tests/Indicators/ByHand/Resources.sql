-- R1 to R7 of 教督〔2017〕6号, each for primary and junior pupils: the value, the coefficient of variation weighted by pupils, and the rule of seven.
, counted as (
  -- Every stage of a school is a school of its own. Special and vocational schools and institutions are out, and teaching points below 50 pupils.
  select h.school, n.stage, n.n
  from held h
  join stage_pupils n on n.school = h.school and n.stage in (1, 2)
  where h.kind not in ('Special', 'Vocational', 'Institution') and not (h.kind = 'TeachingPoint' and n.n < 50)
),
shares as (
  -- What a school has for all its stages is divided by pupils with the weights 1 : 1.1 : 1.32.
  select c.school, c.stage, c.n,
    c.n * case c.stage when 1 then 1 else 1.1 end / (select sum(o.n * case o.stage when 1 then 1.0 when 2 then 1.1 else 1.32 end) from stage_pupils o where o.school = c.school and o.stage in (1, 2, 3)) as share
  from counted c
),
stage_teachers as (
  -- Teachers are counted by the stage they teach. 体育、艺术(美术、音乐): who teaches 艺术 (14), the subject that joins music and art since 2022, is counted, which the document leaves open.
  select distinct school, case stage when 'Primary' then 1 when 'Junior' then 2 end as stage, teacher,
    case when degree in ('Bachelor', 'Master', 'Doctor') or stage = 'Primary' and degree = 'College' then 1 else 0 end as is_above,
    case when backbone in ('County', 'City', 'Province', 'National') then 1 else 0 end as is_backbone,
    case when subject in ('11', '12', '13', '14') then 1 else 0 end as is_arts
  from teachers
  where stage in ('Primary', 'Junior')
),
amounts as (
  select 'R1' as code, s.school, s.stage, s.n, 1.0 * (select count(distinct t.teacher) from stage_teachers t where t.school = s.school and t.stage = s.stage and t.is_above = 1) as x, 100.0 as per from shares s
  union all
  select 'R2', s.school, s.stage, s.n, 1.0 * (select count(distinct t.teacher) from stage_teachers t where t.school = s.school and t.stage = s.stage and t.is_backbone = 1), 100.0 from shares s
  union all
  select 'R3', s.school, s.stage, s.n, 1.0 * (select count(distinct t.teacher) from stage_teachers t where t.school = s.school and t.stage = s.stage and t.is_arts = 1), 100.0 from shares s
  union all
  select 'R4', s.school, s.stage, s.n, s.share * coalesce((select p.teaching_area from premises p where p.school = s.school), 0) / 100, 1.0 from shares s
  union all
  select 'R5', s.school, s.stage, s.n, s.share * coalesce((select p.sports_area from premises p where p.school = s.school), 0) / 100, 1.0 from shares s
  union all
  select 'R6', s.school, s.stage, s.n, s.share * coalesce((select p.equipment_value from premises p where p.school = s.school), 0) / 100, 1.0 from shares s
  union all
  select 'R7', s.school, s.stage, s.n, s.share * (select count(*) from rooms r where r.school = s.school and r.is_multimedia), 100.0 from shares s
),
means as (
  select code, stage, 1.0 * sum(x) / sum(n) as mean, sum(n) as p from amounts group by code, stage
),
deviations as (
  select a.code, a.stage, m.mean, sum(1.0 * a.n / m.p * (a.x / a.n - m.mean) * (a.x / a.n - m.mean)) as square
  from amounts a
  join means m on m.code = a.code and m.stage = a.stage
  group by a.code, a.stage, m.mean
),
lines as (
  select 'R1' as code, 4.2 as primary_line, 5.3 as junior_line
  union all select 'R2', 1, 1
  union all select 'R3', 0.9, 0.9
  union all select 'R4', 4.5, 5.8
  union all select 'R5', 7.5, 10.2
  union all select 'R6', 2000, 2500
  union all select 'R7', 2.3, 2.4
),
judged as (
  -- Of an amount that is exactly on the line the value meets it.
  select a.school, a.stage, a.x * a.per / a.n as value, case a.stage when 1 then l.primary_line else l.junior_line end as line
  from amounts a
  join lines l on l.code = a.code
),
verdicts as (
  select school, stage, case when sum(case when value >= line then 1 else 0 end) >= 6 and min(case when value >= 0.85 * line then 1 else 0 end) = 1 then 1 else 0 end as passes
  from judged
  group by school, stage
),
found as (
  select code || case stage when 1 then '_primary' else '_junior' end as code, school as unit, x * per / n as value from amounts
  union all
  select code || case stage when 1 then '_primary' else '_junior' end, null, sum(x) * max(per) / sum(n) from amounts group by code, stage
  union all
  select code || case stage when 1 then '_primary_cv' else '_junior_cv' end, null, sqrt(square) / mean from deviations where mean > 0
  union all
  select case stage when 1 then 'R_primary_schools' else 'R_junior_schools' end, school, 100.0 * passes from verdicts
  union all
  select case stage when 1 then 'R_primary_schools' else 'R_junior_schools' end, null, 100.0 * sum(passes) / count(*) from verdicts group by stage
)
select code, unit, cast(value as double precision) as value from found
