-- ds_premises 办学条件
-- One row: what a school has, from one count to the next. Days: since, until. A through-train school has one row; its parts share it by the rule of the indicator.
-- id                 |         | the row
-- unit_id            |         | the school's unit
-- since              | day     | first day
-- until              | day     | first day on which it no longer holds; null while it does
-- site_area          | 0.01 m² | 占地面积
-- floor_area         | 0.01 m² | 校舍(园舍)建筑面积
-- teaching_area      | 0.01 m² | 教学及辅助用房面积 (R4)
-- sports_ground_area | 0.01 m² | 运动场地面积 (R5)
-- gym_area           | 0.01 m² | 体育馆面积 (R5)
-- play_area          | 0.01 m² | 户外活动场地面积 (K3.1)
-- activity_room_area | 0.01 m² | 幼儿活动用房面积 (K3.1)
-- green_area         | 0.01 m² | 绿化用地面积
-- dangerous_area     | 0.01 m² | 危房面积
-- equipment_value    | 0.01 元 | 教学仪器设备值 (R6)
-- books              | books   | 图书
-- computers          | pieces  | 计算机
-- cameras            | pieces  | 安防摄像头
-- guards             | people  | 专职保安
-- buses              | pieces  | 校车
-- kitchens           | pieces  | 食堂
-- has_open_kitchen   | bool    | 互联网+明厨亮灶
create view ds_premises as
select premises.id, premises.school_id as unit_id,
       case when premises.since < school.opened_on then school.opened_on else premises.since end as since,
       case when school.closed_on is null then premises.until when premises.until is null or premises.until > school.closed_on then school.closed_on else premises.until end as until,
       premises.site_area, premises.floor_area, premises.teaching_area, premises.sports_ground_area, premises.gym_area,
       premises.play_area, premises.activity_room_area, premises.green_area, premises.dangerous_area, premises.equipment_value, premises.books, premises.computers, premises.cameras, premises.guards,
       premises.buses, premises.kitchens, premises.has_open_kitchen
from schools_premises premises join schools_schools school on school.id = premises.school_id
