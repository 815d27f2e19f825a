-- What every family of indicators is counted from, on one day. The same text for SQLite and PostgreSQL; the test puts :day, :year, :a_year_ago and :five_years_ago in.
-- A row holds on a day when it began by then and has not ended.
with held as (
  -- Schools that are open on the day, as what they are on it.
  select s.id as school, k.kind, k.ownership, k.locality, k.is_boarding, s.planned_in, s.is_of_estate, s.is_township_centre,
    case when k.kind in ('Primary', 'TeachingPoint', 'Junior', 'NineYear', 'CompleteSecondary', 'TwelveYear') then 1 else 0 end as is_compulsory
  from schools_schools s
  join schools_school_spans k on k.school_id = s.id and k.since <= :day and (k.until is null or k.until > :day)
  where s.opened_on <= :day and (s.closed_on is null or s.closed_on > :day)
),
places as (
  -- The district (no unit) has all schools, a school itself.
  select null as unit, h.* from held h
  union all
  select h.school, h.* from held h
),
pupils as (
  -- 在校生: on the roll and taught.
  select e.school_id as school, e.pupil_id as pupil, e.grade, e.grade / 10 as stage, e.residence, e.has_permit, e.is_boarder, e.is_purchased_place, e.entry
  from schools_enrolments e
  join held h on h.school = e.school_id
  where e.status = 'Attending' and e.since <= :day and (e.until is null or e.until > :day)
),
stage_pupils as (
  select school, stage, count(*) as n from pupils group by school, stage
),
classes as (
  -- Classes with every child that stands in them, taught or not.
  select c.id as class, c.school_id as school, c.grade, c.grade / 10 as stage, c.kind,
    (select count(*) from schools_enrolments e where e.class_id = c.id and e.since <= :day and (e.until is null or e.until > :day)) as n
  from schools_classes c
  join held h on h.school = c.school_id
  where c.since <= :day and (c.until is null or c.until > :day)
),
staff as (
  -- Who has a post at a school, with the standing of the day; the first that is known counts before its day too.
  select p.school_id as school, p.teacher_id as teacher, p.category, p.stage, p.subject, p.began, n.degree, n.title, n.backbone,
    case when exists (select 1 from schools_teacher_certificates q
      where q.teacher_id = p.teacher_id and q.issued_on <= :day and (q.registered_until is null or q.registered_until > :day)) then 1 else 0 end as is_certified
  from schools_teacher_posts p
  join held h on h.school = p.school_id
  left join schools_teacher_standings n on n.teacher_id = p.teacher_id and (n.until is null or n.until > :day)
    and (n.since <= :day or n.since = (select min(f.since) from schools_teacher_standings f where f.teacher_id = p.teacher_id))
  where p.since <= :day and (p.until is null or p.until > :day)
),
teachers as (
  -- 专任教师.
  select * from staff where category = 'Teacher'
),
premises as (
  select p.school_id as school, p.teaching_area, p.sports_ground_area + p.gym_area as sports_area, p.equipment_value, p.play_area, p.activity_room_area, p.floor_area,
    p.dangerous_area, p.books, p.computers, p.kitchens, p.has_open_kitchen, p.guards
  from schools_premises p
  join held h on h.school = p.school_id
  where p.since <= :day and (p.until is null or p.until > :day)
),
rooms as (
  select r.school_id as school, r.kind, r.area, r.is_multimedia
  from schools_rooms r
  join held h on h.school = r.school_id
  where r.since <= :day and (r.until is null or r.until > :day)
),
funds as (
  select f.school_id as school, f.operating, f.funded_pupils, f.operating_budget, f.training_budget, f.subsidy
  from schools_funds f
  join held h on h.school = f.school_id
  where f.year = :year
)
