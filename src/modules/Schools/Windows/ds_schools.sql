-- ds_schools 学校
-- One row: a school as it was from one day to another; at most one a school on a day. Days: since, until.
-- id                  |      | the row
-- unit_id             |      | the school's unit
-- since               | day  | first day
-- until               | day  | first day on which it no longer holds; null while it does
-- kind                | code | 办学类型: Kindergarten, Primary, TeachingPoint, Junior, NineYear, CompleteSecondary, Senior, TwelveYear, Vocational, Special, Institution
-- ownership           | code | 办别: Public 公办, Inclusive 普惠性民办, Private 民办
-- locality            | code | 城乡分类: MainUrban, UrbanFringe, TownCentre, TownFringe, SpecialArea, TownshipCentre, Village
-- area                | code | urban 城区, town 镇区, rural 乡村
-- is_boarding         | bool | 寄宿制
-- is_of_estate        | bool | 小区配套园
-- is_township_centre  | bool | 乡镇中心园、中心校
-- planned_in          | year | year in which a kindergarten was planned; null where unknown
create view ds_schools as
select span.id, span.school_id as unit_id,
       case when span.since < school.opened_on then school.opened_on else span.since end as since,
       case when school.closed_on is null then span.until when span.until is null or span.until > school.closed_on then school.closed_on else span.until end as until,
       span.kind, span.ownership, span.locality,
       case when span.locality in ('MainUrban', 'UrbanFringe') then 'urban' when span.locality in ('TownCentre', 'TownFringe', 'SpecialArea') then 'town' else 'rural' end as area,
       span.is_boarding, school.is_of_estate, school.is_township_centre, school.planned_in
from schools_school_spans span join schools_schools school on school.id = span.school_id
where (span.until is null or span.until > school.opened_on) and (school.closed_on is null or span.since < school.closed_on)
