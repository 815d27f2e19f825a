-- The everyday numbers of the bureau: counts and shares of pupils, classes, teachers and what schools have.
, year_ago as (
  select s.id as school, (select count(*) from schools_enrolments e where e.school_id = s.id and e.status = 'Attending' and e.grade / 10 in (1, 2)
    and e.since <= :a_year_ago and (e.until is null or e.until > :a_year_ago)) as n
  from schools_schools s
  where s.opened_on <= :a_year_ago and (s.closed_on is null or s.closed_on > :a_year_ago)
),
growth as (
  select null as unit, (select count(*) from pupils where stage in (1, 2)) as n, (select sum(y.n) from year_ago y) as before
  union all
  select y.school, (select count(*) from pupils x where x.school = y.school and x.stage in (1, 2)), y.n from year_ago y
),
away as (
  -- The ledger: from the day of the entry until the child is taught again or has left by the roll's own word.
  select d.id, d.school_id as school from schools_drop_outs d
  join held h on h.school = d.school_id
  where d.since <= :day
    and not exists (select 1 from schools_enrolments e where e.pupil_id = d.pupil_id and e.status = 'Attending' and e.since >= d.since and e.since <= :day)
    and not exists (select 1 from schools_enrolments e where e.pupil_id = d.pupil_id and e.until > d.since and e.until <= :day and e.ended in ('TransferredOut', 'Died', 'Left', 'Graduated', 'Completed'))
),
hours as (
  select t.teacher_id as teacher, sum(t.hours) as hours from schools_teacher_trainings t where t."on" > :five_years_ago and t."on" <= :day group by t.teacher_id
),
-- Who has posts at two schools counts at each of them, in the district too: the documents are silent, this is the room's reading.
staff_of as (
  -- One row a place, stage and person.
  select distinct p.unit, t.stage, t.teacher, t.school from places p join teachers t on t.school = p.school
),
found as (
  select 'E_schools' as code, unit, 1.0 * sum(case when kind <> 'Institution' then 1 else 0 end) as value from places group by unit
  union all
  select 'E_preschool', p.unit, 1.0 * count(x.pupil) from places p left join pupils x on x.school = p.school and x.stage = 0 group by p.unit
  union all
  select 'E_primary', p.unit, 1.0 * count(x.pupil) from places p left join pupils x on x.school = p.school and x.stage = 1 group by p.unit
  union all
  select 'E_junior', p.unit, 1.0 * count(x.pupil) from places p left join pupils x on x.school = p.school and x.stage = 2 group by p.unit
  union all
  select 'E_senior', p.unit, 1.0 * count(x.pupil) from places p left join pupils x on x.school = p.school and x.stage = 3 group by p.unit
  union all
  select 'E_growth', unit, 100.0 * (n - before) / before from growth where before > 0
  union all
  select 'E_migrant', p.unit, 100.0 * sum(case when x.residence = 'Migrant' then 1 else 0 end) / count(*) from places p join pupils x on x.school = p.school and x.stage in (1, 2) group by p.unit
  union all
  select 'E_boarders', p.unit, 100.0 * sum(case when x.is_boarder then 1 else 0 end) / count(*) from places p join pupils x on x.school = p.school and x.stage in (1, 2) group by p.unit
  union all
  -- A suspended child is cared for too: on the roll, taught or not. Two notes of one child are one child.
  select 'E_left_behind', p.unit, 1.0 * count(distinct c.pupil_id)
  from places p
  left join schools_enrolments e on e.school_id = p.school and e.since <= :day and (e.until is null or e.until > :day)
  left join schools_cares c on c.pupil_id = e.pupil_id and c.kind = 'LeftBehind' and c.since <= :day and (c.until is null or c.until > :day)
  group by p.unit
  union all
  select 'E_away', p.unit, 1.0 * count(a.id) from places p left join away a on a.school = p.school group by p.unit
  union all
  select 'E_class_primary', p.unit, 1.0 * sum(c.n) / count(*) from places p join classes c on c.school = p.school and c.stage = 1 group by p.unit
  union all
  select 'E_class_junior', p.unit, 1.0 * sum(c.n) / count(*) from places p join classes c on c.school = p.school and c.stage = 2 group by p.unit
  union all
  select 'E_class_senior', p.unit, 1.0 * sum(c.n) / count(*) from places p join classes c on c.school = p.school and c.stage = 3 group by p.unit
  union all
  select 'E_large', p.unit, 100.0 * sum(case when c.n >= 56 then 1 else 0 end) / count(*) from places p join classes c on c.school = p.school and c.stage in (1, 2) group by p.unit
  union all
  select 'E_oversized', p.unit, 100.0 * sum(case when c.n >= 66 then 1 else 0 end) / count(*) from places p join classes c on c.school = p.school and c.stage in (1, 2) group by p.unit
  union all
  select 'E_staff_' || lower(s.stage), s.unit, 1.0 * s.n / t.n
  from (select p.unit, g.name as stage, count(x.pupil) as n from places p
    cross join (select 1 as stage, 'Primary' as name union all select 2, 'Junior' union all select 3, 'Senior') g
    left join pupils x on x.school = p.school and x.stage = g.stage group by p.unit, g.name) s
  join (select unit, stage, count(*) as n from staff_of group by unit, stage) t on t.stage = s.stage and (t.unit = s.unit or t.unit is null and s.unit is null)
  union all
  select 'E_degree', p.unit, 100.0 * count(distinct case when t.degree in ('Bachelor', 'Master', 'Doctor') then cast(t.teacher as text) || cast(t.school as text) end) / count(distinct cast(t.teacher as text) || cast(t.school as text))
  from places p join teachers t on t.school = p.school and t.stage in ('Primary', 'Junior') group by p.unit
  union all
  select 'E_title', p.unit, 100.0 * count(distinct case when t.title in ('Senior', 'FullSenior') then cast(t.teacher as text) || cast(t.school as text) end) / count(distinct cast(t.teacher as text) || cast(t.school as text))
  from places p join teachers t on t.school = p.school and t.stage in ('Primary', 'Junior') group by p.unit
  union all
  select 'E_backbone', p.unit, 100.0 * count(distinct case when t.backbone in ('County', 'City', 'Province', 'National') then cast(t.teacher as text) || cast(t.school as text) end) / count(distinct cast(t.teacher as text) || cast(t.school as text))
  from places p join teachers t on t.school = p.school group by p.unit
  union all
  select 'E_rotated', p.unit, 1.0 * count(distinct cast(t.teacher as text) || cast(t.school as text)) from places p left join teachers t on t.school = p.school and t.began = 'Rotated' group by p.unit
  union all
  -- The hours of who has posts at two schools count at one of them: that of the established post, of the latest, of the first by id; in the district once.
  select 'E_training', o.unit, 1.0 * sum(case when o.school = f.school then coalesce(h.hours, 0) else 0 end) / count(*)
  from (select distinct unit, teacher, school from staff_of) o left join hours h on h.teacher = o.teacher
  left join (select teacher_id as teacher, school_id as school, row_number() over (partition by teacher_id order by case when home_school_id is null then 0 else 1 end, since desc, id) as place from schools_teacher_posts) f
    on f.teacher = o.teacher and f.place = 1
  group by o.unit
  union all
  -- A teaching point has no head of its own.
  select 'E_leaders', p.unit, 100.0 * sum(case when exists (select 1 from schools_leader_terms l
    where l.school_id = p.school and l.post = 'Principal' and l.since <= :day and (l.until is null or l.until > :day)) then 1 else 0 end) / count(*)
  from places p where p.kind not in ('Institution', 'TeachingPoint') group by p.unit
  union all
  -- Of schools that have such pupils.
  select 'E_books', unit, 1.0 * sum(books) / sum(n)
  from (select p.unit, coalesce((select m.books from premises m where m.school = p.school), 0) as books, (select count(*) from pupils x where x.school = p.school and x.stage in (1, 2)) as n
    from places p where p.kind in ('Primary', 'TeachingPoint', 'Junior', 'NineYear')) shelves
  where n > 0 group by unit
  union all
  select 'E_computers', unit, 100.0 * sum(computers) / sum(n)
  from (select p.unit, coalesce((select m.computers from premises m where m.school = p.school), 0) as computers, (select count(*) from pupils x where x.school = p.school) as n from places p) desks
  group by unit having sum(n) > 0
  union all
  select 'E_dangerous', p.unit, coalesce(sum(m.dangerous_area), 0) / 100.0 from places p left join premises m on m.school = p.school group by p.unit
  union all
  select 'E_kitchen', p.unit, 100.0 * sum(case when m.has_open_kitchen then 1 else 0 end) / count(*) from places p join premises m on m.school = p.school and m.kitchens > 0 group by p.unit
  union all
  -- Of those whose premises were counted, institutions among them.
  select 'E_guards', p.unit, 100.0 * sum(case when m.guards > 0 then 1 else 0 end) / count(*) from places p join premises m on m.school = p.school group by p.unit
  union all
  -- A school that is not open on the day has none of what is counted.
  select z.code, s.id, 0.0
  from schools_schools s
  cross join (select 'E_schools' as code union all select 'E_preschool' union all select 'E_primary' union all select 'E_junior' union all select 'E_senior' union all select 'E_left_behind'
    union all select 'E_away' union all select 'E_rotated' union all select 'E_dangerous' union all select 'G5') z
  where not exists (select 1 from held h where h.school = s.id)
)
select code, unit, cast(value as double precision) as value from found
