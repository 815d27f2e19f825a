-- ds_check_schools 学校的检查
-- One row: a school while it is open, told by what a rule may ask. Days: since, until.
-- id            |          | the school's unit
-- unit_id       |          | the same
-- since         | day      | first day
-- until         | day      | first day on which it is no longer open; null while it is
-- kind          | code     | as in ds_schools, of the span that is open; null where none is
-- code          | code     | state of 学校标识码: Good, Missing, Length, Characters, Kind, Province
-- code_copies   |          | other schools with the same code
-- credit        | code     | state of 统一社会信用代码: Good, Missing, Length, Characters, Kind, CheckDigit
-- credit_copies |          | other schools with the same credit code
-- spans         |          | spans that are open: one where all is well
-- parts         |          | stages that are taught
-- parts_fit     | bool     | the stages are those of the kind of school
-- premises      |          | rows of 办学条件 that hold
-- rooms         |          | rooms in use
-- has_place     | bool     | coordinates are known
-- in_country    | bool     | the coordinates lie in the square of the country (73-136° E, 3-54° N); true without coordinates
-- off_middle    | °        | how far off the middle school of the district, in latitude or longitude; null without coordinates
-- pupils        | pupils   | pupils on today's roll
-- classes       | classes  | classes that are not over
-- teachers      | teachers | full-time teachers at posts that hold
-- seats         | seats    | how many pupils all stages were planned for; null where one is unknown
create view ds_check_schools as
with recursive place(at) as (select 1 union all select at + 1 from place where at < 31),
located as (
    select school.id, school.latitude, school.longitude, count(*) over () as schools,
           row_number() over (order by school.latitude, school.id) as from_south, row_number() over (order by school.longitude, school.id) as from_west
    from schools_schools school where school.closed_on is null and school.latitude is not null and school.longitude is not null
),
middle(latitude, longitude) as (
    select (select latitude from located where from_south = (schools + 1) / 2), (select longitude from located where from_west = (schools + 1) / 2)
),
-- GB 32100-2015: the weights are 3^(i-1) mod 31, two digits each.
summed as (
    select school.id, sum((letter.at - 1) * cast(substr('0103092719261617202925130824103028', 2 * place.at - 1, 2) as integer)) as weighted
    from schools_schools school join place on place.at <= 17 join place letter on substr('0123456789ABCDEFGHJKLMNPQRTUWXY', letter.at, 1) = substr(school.credit_code, place.at, 1)
    group by school.id
),
kinds as (
    select span.school_id, max(span.kind) as kind, count(*) as spans from schools_school_spans span where span.until is null group by span.school_id
),
known as (
    select school.id, school.opened_on, school.closed_on, school.code, school.credit_code, school.latitude, school.longitude, kinds.kind, coalesce(kinds.spans, 0) as spans, summed.weighted,
           case kinds.kind when 'Kindergarten' then ',Preschool,' when 'Primary' then ',Primary,' when 'TeachingPoint' then ',Primary,' when 'Junior' then ',Junior,' when 'NineYear' then ',Primary,Junior,'
               when 'CompleteSecondary' then ',Junior,Senior,' when 'Senior' then ',Senior,' when 'TwelveYear' then ',Primary,Junior,Senior,' when 'Vocational' then ',Vocational,' when 'Special' then ',Special,' else ',' end as stages
    from schools_schools school left join kinds on kinds.school_id = school.id left join summed on summed.id = school.id
)
select known.id, known.id as unit_id, known.opened_on as since, known.closed_on as until, known.kind,
       case when known.code = '' then 'Missing' when length(known.code) <> 10 then 'Length' when ltrim(known.code, '0123456789') <> '' then 'Characters'
            when substr(known.code, 1, 2) not in ('11', '21', '22', '31', '32', '33', '34', '35', '36', '37', '41', '42', '51', '91', '92', '93') then 'Kind'
            when substr(known.code, 3, 2) not in ('11', '12', '13', '14', '15', '21', '22', '23', '31', '32', '33', '34', '35', '36', '37', '41', '42', '43', '44', '45', '46',
                '50', '51', '52', '53', '54', '61', '62', '63', '64', '65', '71', '81', '82') then 'Province'
            else 'Good' end as code,
       (select count(*) from schools_schools other where other.code = known.code and other.code <> '' and other.id <> known.id) as code_copies,
       case when known.credit_code = '' then 'Missing' when length(known.credit_code) <> 18 then 'Length'
            when ltrim(known.credit_code, '0123456789ABCDEFGHJKLMNPQRTUWXY') <> '' or ltrim(substr(known.credit_code, 3, 6), '0123456789') <> '' then 'Characters'
            when substr(known.credit_code, 1, 2) not in ('11', '12', '13', '19', '21', '29', '31', '32', '33', '34', '35', '39', '41', '49', '51', '52', '53', '59', '61', '62', '69', '71', '72', '79',
                '81', '89', '91', '92', '93', 'A1', 'A9', 'N1', 'N2', 'N3', 'N9', 'Y1') then 'Kind'
            when substr('0123456789ABCDEFGHJKLMNPQRTUWXY', 1 + cast((31 - known.weighted % 31) % 31 as integer), 1) <> substr(known.credit_code, 18, 1) then 'CheckDigit'
            else 'Good' end as credit,
       (select count(*) from schools_schools other where other.credit_code = known.credit_code and other.credit_code <> '' and other.id <> known.id) as credit_copies,
       known.spans,
       (select count(*) from schools_school_parts part where part.school_id = known.id and part.until is null) as parts,
       case when exists (select 1 from schools_school_parts part where part.school_id = known.id and part.until is null and known.stages not like '%,' || part.stage || ',%') then false
            when (select count(distinct part.stage) from schools_school_parts part where part.school_id = known.id and part.until is null) = length(known.stages) - length(replace(known.stages, ',', '')) - 1 then true
            else false end as parts_fit,
       (select count(*) from schools_premises premises where premises.school_id = known.id and premises.until is null) as premises,
       (select count(*) from schools_rooms room where room.school_id = known.id and room.until is null) as rooms,
       case when known.latitude is null or known.longitude is null then false else true end as has_place,
       case when known.latitude is null or known.longitude is null or (known.longitude between 73 and 136 and known.latitude between 3 and 54) then true else false end as in_country,
       case when abs(known.latitude - middle.latitude) > abs(known.longitude - middle.longitude) then abs(known.latitude - middle.latitude) else abs(known.longitude - middle.longitude) end as off_middle,
       (select count(*) from schools_enrolments enrolment where enrolment.school_id = known.id and enrolment.until is null) as pupils,
       (select count(*) from schools_classes taught where taught.school_id = known.id and taught.until is null) as classes,
       (select count(*) from schools_teacher_posts post where post.school_id = known.id and post.until is null and post.category = 'Teacher') as teachers,
       case when exists (select 1 from schools_school_parts part where part.school_id = known.id and part.until is null and part.seats is null) then null
            else (select sum(part.seats) from schools_school_parts part where part.school_id = known.id and part.until is null) end as seats
from known cross join middle
