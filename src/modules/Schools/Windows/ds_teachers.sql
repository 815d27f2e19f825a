-- ds_teachers 教职工
-- One row: a post of a teacher with what the teacher was qualified for, from one day to another. Who rotates has two posts. Days: since, until.
-- id             |      | the post
-- teacher_id     |      | the teacher; may be counted distinct
-- unit_id        |      | the school's unit
-- since          | day  | first day
-- until          | day  | first day on which it no longer holds; null while it does
-- category       | code | 教职工类别: Teacher 专任教师, Administration, Support, Worker, Attached, KindergartenHead, Carer, HealthWorker
-- is_established | bool | 在编
-- stage          | code | stage that is taught; null for who does not teach
-- subject        | code | 任教学科: 1 语文, 2 数学, 3 外语, 11 体育与健康, 12 音乐, 13 美术 ...; empty for who does not teach
-- began          | code | Registered, Appointed, Transferred, Rotated 交流轮岗, Seconded, Changed
-- is_away        | bool | the established post stayed at another school
-- degree         | code | 学历, rising: Lower, Secondary, College 专科, Bachelor 本科, Master, Doctor; null where unknown
-- title          | code | 职称, rising: None, Third, Second, First, Senior, FullSenior; null where unknown
-- backbone       | code | 骨干层级, rising: None, School, County, City, Province, National; null where unknown
-- sex            | code | Male, Female, Unknown, NotStated
-- born_on        | day  | date of birth
-- teaching_since | day  | 从教年月
-- counted_from   | day  | from this day on the person is counted by this post: another post of the same category and stage at the school that began before has ended; null while none has
create view ds_teachers as
select post.id, post.teacher_id, post.unit_id,
       case when post.holds_from is null or post.since >= post.holds_from then post.since else post.holds_from end as since,
       case when post.holds_until is null then post.until when post.until is null or post.until > post.holds_until then post.holds_until else post.until end as until,
       post.category, post.is_established, post.stage, post.subject, post.began, case when post.home_school_id is null then false else true end as is_away,
       post.degree, post.title, post.backbone, post.sex, post.born_on, post.teaching_since,
       (select case when count(case when earlier.until is null then 1 end) > 0 then null when max(earlier.until) is null then post.since else max(earlier.until) end
        from schools_teacher_posts earlier
        where earlier.teacher_id = post.teacher_id and earlier.school_id = post.unit_id and earlier.category = post.category and coalesce(earlier.stage, '') = coalesce(post.stage, '')
          and (earlier.since < post.began_on or (earlier.since = post.began_on and earlier.id < post.id)) and (earlier.until is null or earlier.until > post.began_on)) as counted_from
from (
    select held.id, held.teacher_id, held.school_id as unit_id, held.category, held.is_established, held.stage, held.subject, held.began, held.home_school_id, held.began_on, held.since, held.until,
           teacher.sex, teacher.born_on, teacher.teaching_since, entry.degree, entry.title, entry.backbone, entry.until as holds_until,
           case when entry.id is null then null when exists (select 1 from schools_teacher_standings earlier where earlier.teacher_id = entry.teacher_id and earlier.since < entry.since) then entry.since else teacher.born_on end as holds_from
    from (
        -- A post holds no longer than its school.
        select kept.id, kept.teacher_id, kept.school_id, kept.category, kept.is_established, kept.stage, kept.subject, kept.began, kept.home_school_id, kept.since as began_on,
               case when kept.since < school.opened_on then school.opened_on else kept.since end as since,
               case when school.closed_on is null then kept.until when kept.until is null or kept.until > school.closed_on then school.closed_on else kept.until end as until
        from schools_teacher_posts kept join schools_schools school on school.id = kept.school_id
    ) held
    join schools_teachers teacher on teacher.id = held.teacher_id
    -- What held before the first entry is not known: the first entry is taken for it, so that nobody is lost from a count.
    left join schools_teacher_standings entry on entry.teacher_id = held.teacher_id and (entry.until is null or held.since < entry.until)
        and (held.until is null or held.until > case when exists (select 1 from schools_teacher_standings earlier where earlier.teacher_id = entry.teacher_id and earlier.since < entry.since) then entry.since else teacher.born_on end)
) post
