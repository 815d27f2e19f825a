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
select term.id, term.teacher_id, term.school_id as unit_id, term.since, term.until, term.post, term.number from schools_leader_terms term
