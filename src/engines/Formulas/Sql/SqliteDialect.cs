using System.Text.Json;

namespace Shuren.Formulas.Sql;

/// <summary>SQLite: ids are upper-case text, as its .NET driver writes them.</summary>
internal sealed class SqliteDialect : Dialect
{
    public override string Real(string expression) => $"cast({expression} as real)";

    public override string IsOneOf(string column, string parameter) => $"{column} in (select value from json_each({parameter}))";

    public override object Units(IReadOnlyList<Guid> units) => JsonSerializer.Serialize(units.Select(unit => unit.ToString("D").ToUpperInvariant()));
}
