-- ds_leaders 校长任期
-- One row: a term of a school's leader. Days: since, until.
-- id         |       | the term
-- teacher_id |       | who
-- unit_id    |       | the school's unit
-- since      | day   | first day
-- until      | day   | first day on which it no longer holds; null while it does
-- post       | code  | Principal 校长或园长, PartySecretary 书记, Deputy 副校长
-- number     | terms | which term in this school, from 1
create view ds_leaders as
select term.id, term.teacher_id, term.school_id as unit_id, term.since,
       case when school.closed_on is null then term.until when term.until is null or term.until > school.closed_on then school.closed_on else term.until end as until,
       term.post, term.number
from schools_leader_terms term join schools_schools school on school.id = term.school_id
