-- ds_check_pupils 学生的检查
-- One row: a pupil on today's roll, told by what a rule may ask; no name, no number. Days: since, until.
-- id            |       | the pupil
-- unit_id       |       | the school's unit
-- since         | day   | first day
-- until         | day   | first day on which it no longer holds; null: the row is open
-- school_year   | year  | year of the 1 September with which the school year of the row begins
-- grade         | code  | as in ds_pupils
-- stage         | code  | as in ds_pupils
-- status        | code  | as in ds_pupils
-- age           | years | age on 31 August of the school year
-- usual_age     | years | age at which a pupil of the usual path is in that grade
-- has_class     | bool  | stands in a class
-- class_fits    | bool  | the class is of the same school, grade and school year; true without a class
-- grade_taught  | bool  | the school has the stage of the grade
-- school_open   | bool  | the school is not closed
-- guardians     |       | how many guardians stand on the roll
-- mains         |       | how many of them are called first
-- telephones    |       | how many telephone numbers of the pupil and the guardians stand on the roll
-- torn          |       | rows of the pupil that ended with a next row promised (升级, 休学, 复学 …) which did not begin on that day
-- overlaps      |       | pairs of rows of the pupil that share a day
-- years_behind  | years | school years behind the latest on the roll of the district: left out of the promotion
-- cares         |       | reasons for care that hold; for counts and rules alone
create view ds_check_pupils as
select pupil.id, enrolment.school_id as unit_id, enrolment.since, enrolment.until, enrolment.school_year, enrolment.grade,
       case enrolment.grade / 10 when 0 then 'Preschool' when 1 then 'Primary' when 2 then 'Junior' when 3 then 'Senior' when 4 then 'Vocational' else 'Special' end as stage,
       enrolment.status,
       enrolment.school_year - cast(substr(cast(pupil.born_on as text), 1, 4) as integer) - case when substr(cast(pupil.born_on as text), 6, 2) > '08' then 1 else 0 end as age,
       case enrolment.grade / 10 when 0 then 2 + enrolment.grade when 1 then enrolment.grade - 5 when 2 then enrolment.grade - 9 when 3 then enrolment.grade - 16 when 4 then enrolment.grade - 26 else enrolment.grade - 45 end as usual_age,
       case when enrolment.class_id is null then false else true end as has_class,
       case when enrolment.class_id is null or exists (select 1 from schools_classes taught where taught.id = enrolment.class_id and taught.school_id = enrolment.school_id
            and taught.grade = enrolment.grade and taught.school_year = enrolment.school_year) then true else false end as class_fits,
       case when exists (select 1 from schools_school_parts part where part.school_id = enrolment.school_id and part.until is null
            and part.stage = case enrolment.grade / 10 when 0 then 'Preschool' when 1 then 'Primary' when 2 then 'Junior' when 3 then 'Senior' when 4 then 'Vocational' else 'Special' end) then true else false end as grade_taught,
       case when exists (select 1 from schools_schools school where school.id = enrolment.school_id and school.closed_on is null) then true else false end as school_open,
       (select count(*) from schools_guardians guardian where guardian.pupil_id = pupil.id) as guardians,
       (select count(*) from schools_guardians guardian where guardian.pupil_id = pupil.id and guardian.is_main) as mains,
       (select count(*) from schools_guardians guardian where guardian.pupil_id = pupil.id and guardian.phone <> '') + case when pupil.phone = '' then 0 else 1 end as telephones,
       (select count(*) from schools_enrolments old where old.pupil_id = pupil.id and old.until is not null and old.ended in ('Promoted', 'Suspended', 'Returned', 'DroppedOut', 'Changed', 'Repeated')
            and not exists (select 1 from schools_enrolments next where next.pupil_id = pupil.id and next.since = old.until)) as torn,
       (select count(*) from schools_enrolments one join schools_enrolments other on other.pupil_id = one.pupil_id and other.id > one.id
            where one.pupil_id = pupil.id and (other.until is null or other.until > one.since) and (one.until is null or one.until > other.since)) as overlaps,
       (select max(latest.school_year) from schools_enrolments latest where latest.until is null) - enrolment.school_year as years_behind,
       (select count(*) from schools_cares care where care.pupil_id = pupil.id and care.until is null) as cares
from schools_enrolments enrolment join schools_pupils pupil on pupil.id = enrolment.pupil_id
where enrolment.until is null
