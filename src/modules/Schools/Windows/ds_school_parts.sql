-- ds_school_parts 学部
-- One row: a stage of a school as the school was from one day to another; a through-train school has two or three on a day. Days: since, until.
-- id          |       | the part
-- unit_id     |       | the school's unit
-- since       | day   | first day
-- until       | day   | first day on which it no longer holds; null while it does
-- stage       | code  | 学段: Preschool, Primary, Junior, Senior, Vocational, Special
-- seats       | seats | 核定规模: how many pupils it was planned for; null where unknown
-- years       | years | 学制: how many years the stage lasts here; null where it is the usual number
-- kind        | code  | 办学类型, as in ds_schools
-- ownership   | code  | 办别, as in ds_schools
-- locality    | code  | 城乡分类, as in ds_schools
-- area        | code  | urban, town, rural
-- is_boarding | bool  | 寄宿制
create view ds_school_parts as
select part.id, part.school_id as unit_id,
       case when part.since < school.since then school.since else part.since end as since,
       case when school.until is null then part.until when part.until is null or part.until > school.until then school.until else part.until end as until,
       part.stage, part.seats, part.years, school.kind, school.ownership, school.locality, school.area, school.is_boarding
from schools_school_parts part join ds_schools school on school.unit_id = part.school_id
where (part.until is null or part.until > school.since) and (school.until is null or part.since < school.until)
