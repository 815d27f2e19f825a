-- ds_cares 关爱类别
-- One row: why a pupil on the roll needs care, at the school where the pupil is. Days: since, until. No detail, no name: for counts alone.
-- id                |      | the care
-- pupil_id          |      | the pupil; may be counted distinct
-- unit_id           |      | the school's unit
-- since             | day  | first day
-- until             | day  | first day on which it no longer holds; null while it does
-- kind              | code | LeftBehind 留守, Hardship 困境, Disability 残疾, SingleParent 单亲, Orphan 孤儿, Unsupported 事实无人抚养, LowIncome 经济困难, Preferential 优抚
-- is_taught_at_home | bool | 送教上门
-- grade             | code | grade of the pupil, as in ds_pupils
create view ds_cares as
select care.id, care.pupil_id, enrolment.school_id as unit_id,
       case when care.since < enrolment.since then enrolment.since else care.since end as since,
       case when enrolment.until is null then care.until when care.until is null or care.until > enrolment.until then enrolment.until else care.until end as until,
       care.kind, care.is_taught_at_home, enrolment.grade
from schools_cares care join schools_enrolments enrolment on enrolment.pupil_id = care.pupil_id
where (care.until is null or care.until > enrolment.since) and (enrolment.until is null or care.since < enrolment.until)
