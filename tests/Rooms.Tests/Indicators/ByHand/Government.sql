-- G and Q of 教督〔2017〕6号, those that the rolls can tell.
, size as (
  select p.unit, p.school, p.kind, p.ownership, p.locality, p.is_boarding, p.is_compulsory,
    coalesce((select n.n from stage_pupils n where n.school = p.school and n.stage = 1), 0) as primary_pupils,
    coalesce((select n.n from stage_pupils n where n.school = p.school and n.stage = 2), 0) as junior_pupils,
    (select count(*) from classes c where c.school = p.school and c.stage in (1, 2)) as classes,
    (select count(*) from rooms r where r.school = p.school and r.kind = 'Music' and r.area >= 9600) as music_rooms,
    (select count(*) from rooms r where r.school = p.school and r.kind = 'Art' and r.area >= 9000) as art_rooms
  from places p
),
found as (
  -- A school without pupils is not judged: the document leaves it open.
  select 'G3' as code, unit, 100.0 * sum(case when music_rooms >= (classes + 11) / 12 and art_rooms >= (classes + 11) / 12 then 1 else 0 end) / count(*) as value
  from size where is_compulsory = 1 and primary_pupils + junior_pupils > 0 group by unit
  union all
  -- A complete secondary school is measured as a junior school.
  select 'G4', unit, 100.0 * sum(case when primary_pupils + junior_pupils <= case when kind in ('NineYear', 'TwelveYear') then 2500 else 2000 end then 1 else 0 end) / count(*)
  from size where is_compulsory = 1 and primary_pupils + junior_pupils > 0 group by unit
  union all
  select 'G5', p.unit, 1.0 * count(c.class) from places p left join classes c on c.school = p.school and (c.stage = 1 and c.n > 45 or c.stage = 2 and c.n > 50) group by p.unit
  union all
  select 'G6', s.unit, 100.0 * sum(case when f.funded_pupils >= 100 then 1 else 0 end) / count(*)
  from size s left join funds f on f.school = s.school
  where (s.kind = 'TeachingPoint' or s.kind = 'Primary' and s.locality in ('TownshipCentre', 'Village')) and s.primary_pupils between 1 and 99 group by s.unit
  union all
  select 'G7', unit, sum(money) / 100.0 / sum(n) from (
    select p.unit, coalesce((select f.operating from funds f where f.school = p.school), 0) as money, (select count(*) from pupils x where x.school = p.school) as n from places p where p.kind = 'Special') special
  group by unit having sum(n) > 0
  union all
  select 'G12', p.unit, 100.0 * count(distinct case when t.is_certified = 1 then cast(t.teacher as text) || cast(t.school as text) end) / count(distinct cast(t.teacher as text) || cast(t.school as text))
  from places p join teachers t on t.school = p.school and t.stage in ('Primary', 'Junior') group by p.unit
  union all
  select 'G13a', p.unit, 100.0 * sum(case when x.entry = 'Zoned' then 1 else 0 end) / count(*)
  from places p join pupils x on x.school = p.school and x.grade in (11, 21)
  where p.ownership = 'Public' and not p.is_boarding and p.locality in ('MainUrban', 'UrbanFringe') group by p.unit
  union all
  select 'G13b', p.unit, 100.0 * sum(case when x.entry = 'Zoned' then 1 else 0 end) / count(*)
  from places p join pupils x on x.school = p.school and x.grade in (11, 21)
  where p.ownership = 'Public' and not p.is_boarding and p.locality in ('TownCentre', 'TownFringe', 'SpecialArea') group by p.unit
  union all
  select 'G15', p.unit, 100.0 * sum(case when p.ownership = 'Public' or x.is_purchased_place then 1 else 0 end) / count(*)
  from places p join pupils x on x.school = p.school and x.stage in (1, 2) and x.residence = 'Migrant' and x.has_permit group by p.unit
  union all
  select 'Q4', s.unit, 100.0 * sum(case when f.training_budget * 20 >= f.operating_budget then 1 else 0 end) / count(*)
  from size s left join funds f on f.school = s.school where s.is_compulsory = 1 and s.primary_pupils + s.junior_pupils > 0 group by s.unit
)
select code, unit, cast(value as double precision) as value from found
