using System.CommandLine;
using System.Text.Json;
using Shuren.Formulas;
using Shuren.Indicators.Packs;
using Shuren.Schools.Facts;
using Shuren.Formulas.Explain;
using Shuren.Formulas.Sql;
using Shuren.Kernel;

namespace Shuren.Host.Commands;

/// <summary><c>shuren formula -e TEXT</c>: tree, type, words and SQL of a formula, or what is wrong with it; no database.</summary>
internal static class FormulaCommand
{
    public static Command Create()
    {
        var text = new Option<string>("--expression", "-e") { Description = "公式。\nThe formula.", Required = true, HelpName = "TEXT" };
        var sql = new Option<SqlDialect?>("--sql")
        {
            Description = "输出 SQL：sqlite 或 postgresql。\nWrite the SQL: sqlite or postgresql.", HelpName = "sqlite|postgresql",
            CustomParser = result => Dialect(result),
        };
        var at = new Option<DateOnly?>("--at") { Description = "统计日期，默认当天。\nAs of this day; today where none is named.", HelpName = "DATE" };
        var json = new Option<bool>("--json") { Description = "输出一份 JSON。\nWrite one JSON document to standard output." };
        var command = new Command("formula", "检查并解释一条指标公式；不需要数据库。\nCheck a formula of an indicator and tell what it means. Needs no database.") { text, sql, at, json };
        command.SetAction(parsed =>
        {
            var formula = Formula.Read(parsed.GetRequiredValue(text), new PackBook(SchoolFacts.All).Catalogue);
            var day = parsed.GetValue(at) ?? TimeProvider.System.Today();
            var query = formula.Succeeded && parsed.GetValue(sql) is { } dialect ? formula.ToSql(dialect, new Question([day])) : null;
            if (parsed.GetValue(json))
                Console.WriteLine(JsonSerializer.Serialize(Document(formula, query), DatabaseOptions.Json));
            else
                Print(formula, query);
            foreach (var problem in formula.Diagnostics)
                Console.Error.WriteLine(problem.In(Language.Chinese) + "\n" + problem.In(Language.English));
            return formula.Succeeded ? ExitCodes.Success : ExitCodes.Refused;
        });
        return command;
    }

    private static SqlDialect? Dialect(System.CommandLine.Parsing.ArgumentResult result)
    {
        switch (result.Tokens.Count == 1 ? result.Tokens[0].Value : "")
        {
            case "sqlite":
                return SqlDialect.Sqlite;
            case "postgresql":
                return SqlDialect.PostgreSql;
            default:
                result.AddError("--sql 只能是 sqlite 或 postgresql。\n--sql is sqlite or postgresql.");
                return null;
        }
    }

    private static object Document(FormulaReading formula, SqlQuery? query) => new
    {
        formula = formula.Succeeded ? Both(formula.Print) : null,
        type = formula.Succeeded ? formula.IsCondition ? "condition" : "number" : null,
        unit = formula.Succeeded ? Both(formula.Unit) : null,
        tree = formula.Succeeded ? formula.Tree : null,
        words = formula.Succeeded ? Both(language => Explanation.InWords(formula, language)) : null,
        sql = query?.Text,
        parameters = query?.Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value),
        errors = formula.Diagnostics.Select(problem => new
        {
            code = problem.Code, line = problem.Line, column = problem.Column, length = problem.Length,
            message = Both(problem.Message.In), hint = problem.Hint is { } hint ? Both(hint.In) : null,
        }),
    };

    private static object Both(Func<Language, string> told) => new { zh = told(Language.Chinese), en = told(Language.English) };

    private static void Print(FormulaReading formula, SqlQuery? query)
    {
        if (!formula.Succeeded)
            return;
        foreach (var language in new[] { Language.Chinese, Language.English })
        {
            Console.WriteLine(formula.Print(language));
            Console.WriteLine("  " + Explanation.InWords(formula, language));
        }
        if (query is null)
            return;
        Console.WriteLine("\n" + query.Text);
        foreach (var parameter in query.Parameters)
            Console.WriteLine(FormattableString.Invariant($"-- {parameter.Name} = {(parameter.Value is DateOnly date ? date.ToString("O", System.Globalization.CultureInfo.InvariantCulture) : parameter.Value)}"));
    }
}
