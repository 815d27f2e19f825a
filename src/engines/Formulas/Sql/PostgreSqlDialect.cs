namespace Shuren.Formulas.Sql;

/// <summary>PostgreSQL: ids are uuid, sums of bigint are numeric and so exact.</summary>
internal sealed class PostgreSqlDialect : Dialect
{
    public override string Real(string expression) => $"cast({expression} as double precision)";

    public override string IsOneOf(string column, string parameter) => $"{column} = any({parameter})";

    public override object Units(IReadOnlyList<Guid> units) => units.ToArray();
}
