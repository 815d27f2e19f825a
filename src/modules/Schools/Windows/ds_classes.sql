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
select sized.class_id as id, sized.school_id as unit_id, sized.since, sized.until, sized.school_year, sized.grade,
       case sized.grade / 10 when 0 then 'Preschool' when 1 then 'Primary' when 2 then 'Junior' when 3 then 'Senior' when 4 then 'Vocational' else 'Special' end as stage,
       sized.number, sized.kind,
       (select count(*) from schools_enrolments seat where seat.class_id = sized.class_id and seat.since <= sized.since and (seat.until is null or seat.until > sized.since)) as pupils
from (
    -- By school first and without sums: who asks for one school has only its rows read.
    select happened.class_id, happened.school_id, happened.on_day as since, lead(happened.on_day) over (partition by happened.school_id, happened.class_id order by happened.on_day) as until,
           happened.school_year, happened.grade, happened.number, happened.kind, happened.began_on, happened.ended_on
    from (
        select id as class_id, school_id, since as on_day, school_year, grade, number, kind, since as began_on, until as ended_on from schools_classes
        union
        select id, school_id, until, school_year, grade, number, kind, since, until from schools_classes where until is not null
        union
        select taught.id, taught.school_id, seat.since, taught.school_year, taught.grade, taught.number, taught.kind, taught.since, taught.until
        from schools_classes taught join schools_enrolments seat on seat.class_id = taught.id
        union
        select taught.id, taught.school_id, seat.until, taught.school_year, taught.grade, taught.number, taught.kind, taught.since, taught.until
        from schools_classes taught join schools_enrolments seat on seat.class_id = taught.id where seat.until is not null
    ) happened
) sized
where sized.since >= sized.began_on and (sized.ended_on is null or sized.since < sized.ended_on)
