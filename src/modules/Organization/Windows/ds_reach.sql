-- ds_reach 单位上下级
-- One row: a unit that lies under another: every unit under itself, under what it is part of now, whatever the depth, and a school under the groups whose member it is.
-- unit_id   |  | the unit above
-- member_id |  | a unit under it
create view ds_reach as
with recursive above(unit_id, member_id, depth) as (
    select unit.id, unit.id, 0 from organization_units unit
    union all
    select unit.parent_id, above.member_id, above.depth + 1 from above join organization_units unit on unit.id = above.unit_id where unit.parent_id is not null and above.depth < 20
)
select above.unit_id, above.member_id from above
union
select membership.group_id, membership.unit_id from organization_group_memberships membership where membership.until is null
