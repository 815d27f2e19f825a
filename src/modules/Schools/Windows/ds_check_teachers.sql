-- ds_check_teachers 教职工的检查
-- One row: a teacher at a post that holds, told by what a rule may ask; no name, no number. Who helps out elsewhere has a row at each school. Days: since, until.
-- id                |       | the teacher
-- unit_id           |       | unit of the school of the post
-- since             | day   | first day
-- until             | day   | first day on which it no longer holds; null: the post is open
-- category          | code  | as in ds_teachers
-- is_established    | bool  | 在编
-- stage             | code  | stage that is taught; null for who does not teach
-- subject_known     | bool  | a subject is named
-- is_away           | bool  | the established post is at another school
-- posts             |       | open posts of the teacher that are own ones
-- staff_copies      |       | other teachers with the same staff number
-- has_standing      | bool  | degree and title are known
-- degree            | code  | highest degree that holds, in rising order; null where unknown
-- certificates      |       | certificates of the teacher
-- stage_certified   | bool  | a certificate for the stage that is taught or a higher one
-- subject_certified | bool  | a certificate for the subject that is taught, or one without a subject
-- registered_until  | day   | first day on which the last registration no longer holds; null where none was registered
-- school_open       | bool  | the school is not closed
create view ds_check_teachers as
select teacher.id, post.school_id as unit_id, post.since, post.until, post.category, post.is_established, post.stage,
       case when post.subject = '' then false else true end as subject_known,
       case when post.home_school_id is null then false else true end as is_away,
       (select count(*) from schools_teacher_posts own where own.teacher_id = teacher.id and own.until is null and own.home_school_id is null) as posts,
       case when teacher.staff_number = '' then 0 else (select count(*) from schools_teachers other where other.staff_number = teacher.staff_number and other.id <> teacher.id) end as staff_copies,
       case when exists (select 1 from schools_teacher_standings standing where standing.teacher_id = teacher.id and standing.until is null) then true else false end as has_standing,
       (select standing.degree from schools_teacher_standings standing where standing.teacher_id = teacher.id and standing.until is null) as degree,
       (select count(*) from schools_teacher_certificates certificate where certificate.teacher_id = teacher.id) as certificates,
       case when exists (select 1 from schools_teacher_certificates certificate where certificate.teacher_id = teacher.id and (
            certificate.stage = post.stage
            or (post.stage = 'Preschool' and certificate.stage in ('Primary', 'Junior', 'Senior', 'Vocational'))
            or (post.stage = 'Primary' and certificate.stage in ('Junior', 'Senior', 'Vocational'))
            or (post.stage = 'Junior' and certificate.stage in ('Senior', 'Vocational'))
            or (post.stage = 'Vocational' and certificate.stage = 'Senior')
            or (post.stage = 'Special'))) then true else false end as stage_certified,
       case when post.subject = '' or exists (select 1 from schools_teacher_certificates certificate where certificate.teacher_id = teacher.id and certificate.subject in ('', post.subject)) then true else false end as subject_certified,
       (select max(certificate.registered_until) from schools_teacher_certificates certificate where certificate.teacher_id = teacher.id) as registered_until,
       case when exists (select 1 from schools_schools school where school.id = post.school_id and school.closed_on is null) then true else false end as school_open
from schools_teacher_posts post join schools_teachers teacher on teacher.id = post.teacher_id
where post.until is null
