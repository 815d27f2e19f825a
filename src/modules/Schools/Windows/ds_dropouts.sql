-- ds_dropouts 控辍保学
-- One row: a child of compulsory age who stays or stayed away, at the school that answers for it. Days: since, until. No name, no reason in words, no person: for counts alone.
-- id        |        | the entry
-- pupil_id  |        | the pupil; may be counted distinct
-- unit_id   |        | the school's unit
-- since     | day    | the first day on which the child stayed away
-- until     | day    | the day on which it was taught again, or left the roll; null while it stays away
-- outcome   | code   | Returned 复学, Left 离籍 (转出, 出国(境), 毕业, 死亡); null while it stays away
-- finding   | code   | Noted 登记辍学, FoundAbsent 排查发现
-- reason    | code   | Unknown 未查明, Weariness 厌学, Learning 学习困难, Poverty 家庭经济, Work 外出务工, Away 随父母外出, Illness 疾病, Disability 残疾, Marriage 早婚, Family 家庭变故, Internet 沉迷网络, Other
-- visits    | visits | 家访 so far
-- last_visit | day   | day of the last visit; null where none was made
create view ds_dropouts as
select entry.id, entry.pupil_id, entry.unit_id, entry.since, coalesce(entry.returned, entry.gone) as until,
       case when entry.returned is not null then 'Returned' when entry.gone is not null then 'Left' end as outcome,
       entry.finding, entry.reason, entry.visits, entry.last_visit
from (select dropout.id, dropout.pupil_id, dropout.school_id as unit_id, dropout.since, dropout.finding, dropout.reason,
             (select min(stay.since) from schools_enrolments stay where stay.pupil_id = dropout.pupil_id and stay.status = 'Attending' and stay.since >= dropout.since) as returned,
             (select max(stay.until) from schools_enrolments stay where stay.pupil_id = dropout.pupil_id and stay.until > dropout.since and stay.ended in ('TransferredOut', 'Died', 'Left', 'Graduated', 'Completed')
                and not exists (select 1 from schools_enrolments held where held.pupil_id = dropout.pupil_id and held.until is null)) as gone,
             (select count(*) from schools_home_visits visit where visit.drop_out_id = dropout.id) as visits,
             (select max(visit."on") from schools_home_visits visit where visit.drop_out_id = dropout.id) as last_visit
      from schools_drop_outs dropout) entry
