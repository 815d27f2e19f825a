// The engine alone: a catalogue of one fact and one formula in, its words, its value and its SQL out.
using Shuren.Formulas;
using Shuren.Formulas.Catalogues;
using Shuren.Formulas.Evaluation;
using Shuren.Formulas.Explain;
using Shuren.Formulas.Sql;

var stage = new Column(new("stage", "学段"), "stage", ColumnType.Code)
{
    Choices = [new("P", new("primary", "小学")), new("J", new("junior", "初中"))],
};
var catalogue = new Catalogue(
    new Reach("ds_unit_reach", "unit_id", "member_id"),
    [new Fact(new("pupils", "学生"), "ds_pupils", "id", "unit_id", new FactDates.Always(), new("pupil", "人"), [stage])]);

var formula = Formula.Read(args.Length > 0 ? args[0] : "计数(学生 其中 学段 = 小学) 占 计数(学生)", catalogue);
foreach (var problem in formula.Diagnostics)
    Console.Error.WriteLine(problem.In(Language.Chinese));
if (!formula.Succeeded)
    return 1;

var school = new Guid("00000000-0000-0000-0000-000000000001");
var day = new DateOnly(2026, 9, 20);
var world = new World().Under(school, school).With("pupils",
[
    new FactRow(school, new Dictionary<string, object?> { ["stage"] = "P" }),
    new FactRow(school, new Dictionary<string, object?> { ["stage"] = "P" }),
    new FactRow(school, new Dictionary<string, object?> { ["stage"] = "J" }),
]);
Console.WriteLine(formula.Print(Language.English));
Console.WriteLine(Explanation.InWords(formula, Language.Chinese));
Console.WriteLine(Evaluator.Evaluate(formula, world, school, day));
Console.WriteLine(formula.ToSql(SqlDialect.PostgreSql, new Question([day])).Text);
return 0;
