-- ds_rooms 用房
-- One row: a room while it is used. Days: since, until.
-- id            |         | the room
-- unit_id       |         | the school's unit
-- since         | day     | first day
-- until         | day     | first day on which it is no longer used; null while it is
-- kind          | code    | Classroom, Music, Art, Dance, Science, Physics, Chemistry, Biology, Computer, Library, Crafts, Counselling, Lecture, Gym, Activity, Nap, Health, Office, Kitchen, DiningHall, Dormitory, Other
-- area          | 0.01 m² | usable area
-- seats         | seats   | 座位数
-- is_multimedia | bool    | 网络多媒体教室 (R7)
create view ds_rooms as
select room.id, room.school_id as unit_id,
       case when room.since < school.opened_on then school.opened_on else room.since end as since,
       case when school.closed_on is null then room.until when room.until is null or room.until > school.closed_on then school.closed_on else room.until end as until,
       room.kind, room.area, room.seats, room.is_multimedia
from schools_rooms room join schools_schools school on school.id = room.school_id
