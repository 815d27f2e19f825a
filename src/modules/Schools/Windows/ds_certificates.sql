-- ds_certificates 教师资格证
-- One row: a certificate of a teacher at a post, while its registration holds. Days: since, until.
-- id           |      | the certificate
-- teacher_id   |      | the teacher; links to ds_teachers.teacher_id
-- unit_id      |      | unit of the school of the post
-- since        | day  | first day: issued, and at the post
-- until        | day  | first day on which it no longer holds (registration or post over); null while it does
-- stage        | code | the stage for which it qualifies
-- subject      | code | qualified subject, as in ds_teachers; empty where none
-- registration | code | NotYet 尚未注册, Passed 合格, Deferred 暂缓, Failed 不合格
create view ds_certificates as
select certificate.id, certificate.teacher_id, post.school_id as unit_id,
       case when certificate.issued_on < post.since then post.since else certificate.issued_on end as since,
       case when certificate.registered_until is null then post.until when post.until is null or post.until > certificate.registered_until then certificate.registered_until else post.until end as until,
       certificate.stage, certificate.subject, certificate.registration
from schools_teacher_certificates certificate
join schools_teacher_posts post on post.teacher_id = certificate.teacher_id
where (post.until is null or post.until > certificate.issued_on) and (certificate.registered_until is null or certificate.registered_until > post.since)
