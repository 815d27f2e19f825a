using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata;
using Shuren.Platform.Data;

namespace Shuren.Platform.Exchange;

/// <summary>A row as JSON of its columns, and back.</summary>
internal static class RowPicture
{
    private static readonly MethodInfo Copier = typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <summary>Its columns as the database keeps them.</summary>
    public static string Of(IEntityType type, object row)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            foreach (var column in TableColumn.AllOf(type))
            {
                json.WritePropertyName(column.Name);
                column.Write(json, row);
            }
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>A copy of a row with the columns of a picture, all but its version.</summary>
    public static object Restore(IEntityType type, object now, string picture)
    {
        var row = Copy(now);
        using var json = JsonDocument.Parse(picture);
        foreach (var column in TableColumn.AllOf(type).Where(column => column.Name != "version" && json.RootElement.TryGetProperty(column.Name, out _)))
            column.Put(row, json.RootElement.GetProperty(column.Name));
        return row;
    }

    /// <summary>A copy of a row, to be changed.</summary>
    public static object Copy(object row) => Copier.Invoke(row, null)!; // a copy is never null
}
