-- ds_check_reach 检查范围
-- One row: a school reaches itself. The rules for the rolls ask school by school.
-- unit_id   |  | the school's unit
-- member_id |  | the same
create view ds_check_reach as
select school.id as unit_id, school.id as member_id from schools_schools school
