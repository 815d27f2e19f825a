namespace Shuren.Formulas.Sql;

/// <summary>Where the databases differ; one file each.</summary>
internal abstract class Dialect
{
    public static Dialect Of(SqlDialect dialect) => dialect switch
    {
        SqlDialect.Sqlite => new SqliteDialect(),
        SqlDialect.PostgreSql => new PostgreSqlDialect(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The expression as a double.</summary>
    public abstract string Real(string expression);

    /// <summary>True where the column holds one of the units of the parameter.</summary>
    public abstract string IsOneOf(string column, string parameter);

    /// <summary>The units as a parameter's value.</summary>
    public abstract object Units(IReadOnlyList<Guid> units);
}
