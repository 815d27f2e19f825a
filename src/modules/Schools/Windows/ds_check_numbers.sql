-- ds_check_numbers 证件号和学籍号的检查
-- One row: a number of a pupil on the roll or of a teacher at a post, told by what is wrong with it; the number itself is not here. Days: since, until.
-- id      |      | the pupil or the teacher
-- unit_id |      | the school's unit
-- since   | day  | first day
-- until   | day  | first day on which it no longer holds; null while it does
-- owner   | code | Pupil 学生, Teacher 教职工
-- sort    | code | Identity 身份证件号, Roll 全国学籍号
-- state   | code | Good, Missing, Other (a document that is not checked), Length, Kind, Characters, Province, Date, CheckDigit: the first fault, as Kernel/Identifiers names it
-- copies  |      | others of the same kind who have the same number
-- birth   | code | Same, Different, Unknown: the date of birth in the number against that on the roll
-- sex     | code | Same, Different, Unknown: the sex in the number against that on the roll
-- Who has no number is not held against all others without one: that would take the square of their number.
create view ds_check_numbers as
select judged.id, judged.unit_id, judged.since, judged.until, judged.owner, judged.sort, judged.state, judged.copies,
       case when judged.state not in ('Good', 'CheckDigit', 'Province') then 'Unknown'
            when substr(judged.n, 7, 4) || '-' || substr(judged.n, 11, 2) || '-' || substr(judged.n, 13, 2) = judged.born then 'Same' else 'Different' end as birth,
       case when judged.state not in ('Good', 'CheckDigit', 'Province') or judged.lead = 'L' or judged.said not in ('Male', 'Female') then 'Unknown'
            when (substr(judged.n, 17, 1) in ('1', '3', '5', '7', '9')) = (judged.said = 'Male') then 'Same' else 'Different' end as sex
from (
    select number.*,
           case when number.whole = '' then 'Missing'
                when number.is_other then 'Other'
                when length(number.n) <> 18 then 'Length'
                when number.lead not in ('', 'G', 'J', 'L') then 'Kind'
                when ltrim(substr(number.n, 1, 17), '0123456789') <> '' or ltrim(substr(number.n, 18, 1), case when number.lead = 'L' then '0123456789' else '0123456789X' end) <> '' then 'Characters'
                when substr(number.n, 1, 4) <> '9999' and substr(number.n, 1, 2) not in ('11', '12', '13', '14', '15', '21', '22', '23', '31', '32', '33', '34', '35', '36', '37', '41', '42', '43', '44', '45', '46',
                    '50', '51', '52', '53', '54', '61', '62', '63', '64', '65', '71', '81', '82', '83') then 'Province'
                when substr(number.n, 7, 4) < '1800' or substr(number.n, 11, 2) < '01' or substr(number.n, 11, 2) > '12' or substr(number.n, 13, 2) < '01'
                    or substr(number.n, 13, 2) > case
                        when substr(number.n, 11, 2) in ('04', '06', '09', '11') then '30'
                        when substr(number.n, 11, 2) <> '02' then '31'
                        when cast(substr(number.n, 7, 4) as integer) % 4 = 0 and (cast(substr(number.n, 7, 4) as integer) % 100 <> 0 or cast(substr(number.n, 7, 4) as integer) % 400 = 0) then '29'
                        else '28' end then 'Date'
                -- GB 11643-1999: weights 2^(17-i) mod 11.
                when number.lead <> 'L' and substr(number.n, 18, 1) <> substr('10X98765432', 1 + (
                    7 * cast(substr(number.n, 1, 1) as integer) + 9 * cast(substr(number.n, 2, 1) as integer) + 10 * cast(substr(number.n, 3, 1) as integer) + 5 * cast(substr(number.n, 4, 1) as integer)
                    + 8 * cast(substr(number.n, 5, 1) as integer) + 4 * cast(substr(number.n, 6, 1) as integer) + 2 * cast(substr(number.n, 7, 1) as integer) + 1 * cast(substr(number.n, 8, 1) as integer)
                    + 6 * cast(substr(number.n, 9, 1) as integer) + 3 * cast(substr(number.n, 10, 1) as integer) + 7 * cast(substr(number.n, 11, 1) as integer) + 9 * cast(substr(number.n, 12, 1) as integer)
                    + 10 * cast(substr(number.n, 13, 1) as integer) + 5 * cast(substr(number.n, 14, 1) as integer) + 8 * cast(substr(number.n, 15, 1) as integer) + 4 * cast(substr(number.n, 16, 1) as integer)
                    + 2 * cast(substr(number.n, 17, 1) as integer)) % 11, 1) then 'CheckDigit'
                else 'Good' end as state
    from (
        select pupil.id, enrolment.school_id as unit_id, enrolment.since, enrolment.until, 'Pupil' as owner, 'Identity' as sort, pupil.id_number as whole, pupil.id_number as n, '' as lead,
               case when pupil.id_kind in ('', '1') then false else true end as is_other, cast(pupil.born_on as text) as born, pupil.sex as said,
               case when pupil.id_number = '' then 0 else (select count(*) from schools_pupils other where other.id_number = pupil.id_number and other.id <> pupil.id) end as copies
        from schools_enrolments enrolment join schools_pupils pupil on pupil.id = enrolment.pupil_id where enrolment.until is null
        union all
        select pupil.id, enrolment.school_id, enrolment.since, enrolment.until, 'Pupil', 'Roll', pupil.pupil_number, substr(pupil.pupil_number, 2), substr(pupil.pupil_number, 1, 1),
               false, cast(pupil.born_on as text), pupil.sex,
               case when pupil.pupil_number = '' then 0 else (select count(*) from schools_pupils other where other.pupil_number = pupil.pupil_number and other.id <> pupil.id) end
        from schools_enrolments enrolment join schools_pupils pupil on pupil.id = enrolment.pupil_id where enrolment.until is null
        union all
        select teacher.id, post.school_id, post.since, post.until, 'Teacher', 'Identity', teacher.id_number, teacher.id_number, '',
               case when teacher.id_kind in ('', '1') then false else true end, cast(teacher.born_on as text), teacher.sex,
               case when teacher.id_number = '' then 0 else (select count(*) from schools_teachers other where other.id_number = teacher.id_number and other.id <> teacher.id) end
        from schools_teacher_posts post join schools_teachers teacher on teacher.id = post.teacher_id where post.until is null
    ) number
) judged
