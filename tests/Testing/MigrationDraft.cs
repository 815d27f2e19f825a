using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Shuren.Testing;

/// <summary>Writes the body of a neutral migration for the tables of a room, to be read, trimmed and committed by a person.</summary>
public static class MigrationDraft
{
    /// <summary>The C# of <c>Up</c> that creates every table with that prefix from nothing.</summary>
    public static string For(DbContext db, string prefix)
    {
        var model = db.GetService<IDesignTimeModel>().Model.GetRelationalModel();
        var operations = db.GetService<IMigrationsModelDiffer>().GetDifferences(null, model);
        var text = new StringBuilder();
        foreach (var operation in operations)
        {
            switch (operation)
            {
                case CreateTableOperation table when table.Name.StartsWith(prefix, StringComparison.Ordinal):
                    Write(text, table);
                    break;
                case CreateIndexOperation index when index.Table.StartsWith(prefix, StringComparison.Ordinal):
                    var columns = index.Columns.Length == 1 ? $"\"{index.Columns[0]}\"" : "[" + string.Join(", ", index.Columns.Select(c => $"\"{c}\"")) + "]";
                    text.AppendLine(CultureInfo.InvariantCulture, $"        migrationBuilder.CreateIndex(\"{index.Name}\", \"{index.Table}\", {columns}{(index.IsUnique ? ", unique: true" : "")});");
                    break;
            }
        }
        return text.ToString();
    }

    private static void Write(StringBuilder text, CreateTableOperation table)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"        migrationBuilder.CreateTable(\"{table.Name}\", table => new");
        text.AppendLine("        {");
        foreach (var column in table.Columns)
            text.AppendLine(CultureInfo.InvariantCulture, $"            {column.Name} = table.Column<{Name(column.ClrType)}>({(column.IsNullable ? "nullable: true" : "")}),");
        text.AppendLine("        }, constraints: table =>");
        text.AppendLine("        {");
        text.AppendLine(CultureInfo.InvariantCulture, $"            table.PrimaryKey(\"{table.PrimaryKey!.Name}\", row => row.{table.PrimaryKey.Columns[0]});");
        foreach (var key in table.ForeignKeys)
            text.AppendLine(CultureInfo.InvariantCulture, $"            table.ForeignKey(\"{key.Name}\", row => row.{key.Columns[0]}, \"{key.PrincipalTable}\", \"{key.PrincipalColumns![0]}\", onDelete: ReferentialAction.{key.OnDelete});");
        text.AppendLine("        });");
    }

    private static string Name(Type type) => type switch
    {
        _ when type == typeof(string) => "string",
        _ when type == typeof(int) => "int",
        _ when type == typeof(long) => "long",
        _ when type == typeof(bool) => "bool",
        _ when type == typeof(double) => "double",
        _ => type.Name,
    };
}
