-- ds_check_classes 班级的检查
-- One row: a class, told by what a rule may ask. Days: since, until.
-- id              |        | the class
-- unit_id         |        | the school's unit
-- since           | day    | first day
-- until           | day    | first day on which it is no longer a class; null while nothing else is known
-- school_year     | year   | year of the 1 September with which its school year begins
-- grade           | code   | as in ds_pupils
-- stage           | code   | as in ds_pupils
-- kind            | code   | as in ds_classes
-- pupils          | pupils | pupils on today's roll of the class
-- has_head        | bool   | has a head teacher
-- head_posted     | bool   | the head teacher has a post at the school; true without a head teacher
-- head_classes    |        | other classes of the same school year that the head teacher leads and that are not over
-- same_name       |        | other classes of the school and the school year with the same name
-- grade_taught    | bool   | the school has the stage of the grade
-- other_grade     | pupils | pupils of the class whose own row says another grade
-- years_behind    | years  | school years behind the latest class of the district, of a class that is not over; else 0
-- school_open     | bool   | the school is not closed
create view ds_check_classes as
select taught.id, taught.school_id as unit_id, taught.since, taught.until, taught.school_year, taught.grade,
       case taught.grade / 10 when 0 then 'Preschool' when 1 then 'Primary' when 2 then 'Junior' when 3 then 'Senior' when 4 then 'Vocational' else 'Special' end as stage,
       taught.kind,
       (select count(*) from schools_enrolments enrolment where enrolment.class_id = taught.id and enrolment.until is null) as pupils,
       case when taught.head_teacher_id is null then false else true end as has_head,
       case when taught.head_teacher_id is null or exists (select 1 from schools_teacher_posts post where post.teacher_id = taught.head_teacher_id and post.school_id = taught.school_id and post.until is null)
            then true else false end as head_posted,
       (select count(*) from schools_classes other where other.head_teacher_id = taught.head_teacher_id and other.school_year = taught.school_year and other.until is null and other.id <> taught.id) as head_classes,
       (select count(*) from schools_classes other where other.school_id = taught.school_id and other.school_year = taught.school_year and other.name = taught.name and other.id <> taught.id) as same_name,
       case when exists (select 1 from schools_school_parts part where part.school_id = taught.school_id and part.until is null
            and part.stage = case taught.grade / 10 when 0 then 'Preschool' when 1 then 'Primary' when 2 then 'Junior' when 3 then 'Senior' when 4 then 'Vocational' else 'Special' end) then true else false end as grade_taught,
       (select count(*) from schools_enrolments enrolment where enrolment.class_id = taught.id and enrolment.until is null and enrolment.grade <> taught.grade) as other_grade,
       case when taught.until is null then (select max(latest.school_year) from schools_classes latest) - taught.school_year else 0 end as years_behind,
       case when exists (select 1 from schools_schools school where school.id = taught.school_id and school.closed_on is null) then true else false end as school_open
from schools_classes taught
