-- ds_check_rooms 用房的检查
-- One row: a room while it is used, told by what a rule may ask. Days: since, until.
-- id        |         | the room
-- unit_id   |         | the school's unit
-- since     | day     | first day
-- until     | day     | first day on which it is no longer used; null while it is
-- kind      | code    | as in ds_rooms
-- area      | 0.01 m² | usable area
-- seats     | seats   | 座位数
-- same_code |         | other rooms of the school in use with the same number on the door
create view ds_check_rooms as
select room.id, room.school_id as unit_id, room.since, room.until, room.kind, room.area, room.seats,
       (select count(*) from schools_rooms other where other.school_id = room.school_id and other.code = room.code and other.until is null and other.id <> room.id) as same_code
from schools_rooms room where room.until is null
