-- ds_classes 班级
-- One row: a class with the number of its pupils, between two changes of that number; at most one a class on a day. Days: since, until.
-- id          |        | the class
-- unit_id     |        | the school's unit
-- since       | day    | first day
-- until       | day    | first day on which it no longer holds; null while it does
-- school_year | year   | year of the 1 September with which the school year begins
-- grade       | code   | as in ds_pupils
-- stage       | code   | as in ds_pupils
-- number      |        | 班号 in the grade
-- kind        | code   | Ordinary 普通, Mixed 复式或混龄, Special 附设特教, Plan 国家计划
-- pupils      | pupils | 班额: pupils on the roll of the class
create view ds_classes as
select taught.id, taught.school_id as unit_id, sized.since, sized.until, taught.school_year, taught.grade,
       case taught.grade / 10 when 0 then 'Preschool' when 1 then 'Primary' when 2 then 'Junior' when 3 then 'Senior' when 4 then 'Vocational' else 'Special' end as stage,
       taught.number, taught.kind, sized.pupils
from (
    select class_id, on_day as since, lead(on_day) over (partition by class_id order by on_day) as until, cast(sum(change) over (partition by class_id order by on_day) as bigint) as pupils
    from (
        select class_id, on_day, sum(change) as change
        from (
            select class_id, since as on_day, 1 as change from schools_enrolments where class_id is not null
            union all
            select class_id, until, -1 from schools_enrolments where class_id is not null and until is not null
            union all
            select id, since, 0 from schools_classes
            union all
            select id, until, 0 from schools_classes where until is not null
        ) happened
        group by class_id, on_day
    ) changed
) sized
join schools_classes taught on taught.id = sized.class_id
where sized.since >= taught.since and (taught.until is null or sized.since < taught.until)
