namespace Shuren.Testing;

/// <summary>The two databases that every test of a room runs on.</summary>
public enum TestDatabase
{
    /// <summary>One file a district.</summary>
    Sqlite,

    /// <summary>One schema a district.</summary>
    PostgreSql,
}

/// <summary>Where a test's data lies.</summary>
public static class Databases
{
    /// <summary>An empty database of that kind: a folder or a connection string.</summary>
    public static string New(TestDatabase database) => database switch
    {
        TestDatabase.Sqlite => TemporaryFolders.New("sqlite"),
        TestDatabase.PostgreSql => PostgreSqlCluster.NewDatabase(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A database that holds what that one holds, which nobody may have open.</summary>
    public static string CopyOf(TestDatabase database, string location)
    {
        if (database is TestDatabase.PostgreSql)
            return PostgreSqlCluster.CopyOf(location);
        var copy = TemporaryFolders.New("sqlite");
        foreach (var file in Directory.EnumerateFiles(location))
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        return copy;
    }
}
