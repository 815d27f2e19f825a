-- ds_trainings 教师培训
-- One row: a training that a teacher finished while at a post. Happens on a day: happened_on.
-- id          |       | the training
-- teacher_id  |       | the teacher
-- unit_id     |       | unit of the school where the established post was on that day; of the latest where the roll does not reach back so far
-- happened_on | day   | last day of the training
-- hours       | hours | 学时
create view ds_trainings as
select training.id, training.teacher_id, post.school_id as unit_id, training."on" as happened_on, training.hours
from schools_teacher_trainings training join schools_teacher_posts post on post.teacher_id = training.teacher_id
where post.id = (
    select held.id
    from (
        select kept.id, kept.since, case when kept.home_school_id is null then 0 else 1 end as is_away, case when kept.since <= training."on" and (kept.until is null or kept.until > training."on") then 0 else 1 end as is_other
        from schools_teacher_posts kept where kept.teacher_id = training.teacher_id
    ) held
    order by held.is_away, held.is_other, held.since desc, held.id
    limit 1)
