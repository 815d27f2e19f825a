-- ds_pupils 学生
-- One row: a pupil in one class or grade of one school from one day to another; at most one a pupil on a day. Days: since, until.
-- id                  |      | the enrolment
-- pupil_id            |      | the pupil; may be counted distinct
-- unit_id             |      | the school's unit
-- class_id            |      | the class; null where classes are not divided yet
-- since               | day  | first day
-- until               | day  | first day on which it no longer holds; null while it does
-- school_year         | year | year of the 1 September with which the school year begins
-- grade               | code | stage and year: 1-4 小班 to 混龄, 11-16 小学, 21-24 初中, 31-33 高中, 41-43 中职, 51-59 特教
-- stage               | code | Preschool, Primary, Junior, Senior, Vocational, Special
-- status              | code | Attending 在读, Suspended 休学, DroppedOut 辍学
-- residence           | code | Local 本地, Migrant 随迁, Collective 集体户
-- has_permit          | bool | 符合条件的随迁子女 (G15)
-- is_boarder          | bool | 住宿
-- rides_bus           | bool | 乘坐校车
-- is_purchased_place  | bool | 政府购买学位 (G15)
-- entry               | code | 入学方式: Zoned 就近划片, Allocated 统筹, Lottery 摇号, Quota 指标到校, Examination 统招, Applied 报名, Other
-- began               | code | Registered, Admitted, Promoted, TransferredIn, Returned, Interrupted, Changed, Repeated
-- ended               | code | Promoted, Graduated, Completed, TransferredOut, Suspended, Returned, DroppedOut, Changed, Repeated, Died, Left; null while it holds
-- sex                 | code | Male, Female, Unknown, NotStated
-- born_on             | day  | date of birth
-- kind                | code | 办学类型 of the school, as in ds_schools
-- ownership           | code | 办别 of the school
-- area                | code | urban, town, rural
create view ds_pupils as
select enrolment.id, enrolment.pupil_id, enrolment.school_id as unit_id, enrolment.class_id,
       case when enrolment.since < school.since then school.since else enrolment.since end as since,
       case when school.until is null then enrolment.until when enrolment.until is null or enrolment.until > school.until then school.until else enrolment.until end as until,
       enrolment.school_year, enrolment.grade,
       case enrolment.grade / 10 when 0 then 'Preschool' when 1 then 'Primary' when 2 then 'Junior' when 3 then 'Senior' when 4 then 'Vocational' else 'Special' end as stage,
       enrolment.status, enrolment.residence, enrolment.has_permit, enrolment.is_boarder, enrolment.rides_bus, enrolment.is_purchased_place, enrolment.entry, enrolment.began, enrolment.ended,
       pupil.sex, pupil.born_on, school.kind, school.ownership, school.area
from schools_enrolments enrolment
join schools_pupils pupil on pupil.id = enrolment.pupil_id
join ds_schools school on school.unit_id = enrolment.school_id and (enrolment.until is null or enrolment.until > school.since) and (school.until is null or enrolment.since < school.until)
