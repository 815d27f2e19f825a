-- ds_funds 学校经费
-- One row: the money of a school in a calendar year. Counts on every day; formulas choose by year.
-- id               |         | the row
-- unit_id          |         | the school's unit
-- year             | year    | calendar year
-- operating        | 0.01 元 | 公用经费拨付额 (G6, G7)
-- funded_pupils    | pupils  | 核定公用经费的学生数 (G6)
-- operating_budget | 0.01 元 | 公用经费预算 (Q4)
-- training_budget  | 0.01 元 | 教师培训经费预算 (Q4)
-- subsidy          | 0.01 元 | 普惠性民办园补助 (K2.5)
create view ds_funds as
select funds.id, funds.school_id as unit_id, funds.year, funds.operating, funds.funded_pupils, funds.operating_budget, funds.training_budget, funds.subsidy from schools_funds funds
