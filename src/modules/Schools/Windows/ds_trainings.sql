-- ds_trainings 教师培训
-- One row: a training that a teacher finished while at a post. Happens on a day: happened_on.
-- id          |       | the training
-- teacher_id  |       | the teacher
-- unit_id     |       | unit of the school where the established post was on that day; of the latest where the roll does not reach back so far
-- happened_on | day   | last day of the training
-- hours       | hours | 学时
create view ds_trainings as
select placed.id, placed.teacher_id, placed.unit_id, placed.happened_on, placed.hours
from (
    select training.id, training.teacher_id, post.school_id as unit_id, training."on" as happened_on, training.hours,
           row_number() over (partition by training.id order by case when post.home_school_id is null then 0 else 1 end,
               case when post.since <= training."on" and (post.until is null or post.until > training."on") then 0 else 1 end, post.since desc, post.id) as place
    from schools_teacher_trainings training join schools_teacher_posts post on post.teacher_id = training.teacher_id
) placed
where placed.place = 1
