using System.Buffers;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Shuren.Platform.Data.Keeping;

/// <summary>A table as lines of JSON, one array a row, the same from both databases.</summary>
internal static class TableDump
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The tables of the model, each after those that it points to.</summary>
    public static IReadOnlyList<IEntityType> InOrder(ShurenDb db)
    {
        List<IEntityType> ordered = [];
        var open = db.Model.GetEntityTypes().OrderBy(type => type.GetTableName(), StringComparer.Ordinal).ToList();
        while (open.Count > 0)
        {
            var free = open.Where(type => type.GetForeignKeys().All(key => key.PrincipalEntityType == type || ordered.Contains(key.PrincipalEntityType))).ToList();
            if (free.Count == 0)
                throw new InvalidOperationException($"Tables point at each other in a circle: {string.Join(", ", open.Select(type => type.GetTableName()))}");
            ordered.AddRange(free);
            open.RemoveAll(free.Contains);
        }
        return ordered;
    }

    /// <summary>Writes every row and gives the table's digest; a null stream only reckons.</summary>
    public static Task<TableDigest> WriteAsync(ShurenDb db, IEntityType type, Stream? output, CancellationToken ct) =>
        (Task<TableDigest>)typeof(TableDump).GetMethod(nameof(WriteOfAsync), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type.ClrType).Invoke(null, [db, type, output, ct])!; // it returns a task

    private static async Task<TableDigest> WriteOfAsync<T>(ShurenDb db, IEntityType type, Stream? output, CancellationToken ct) where T : class
    {
        var columns = TableColumn.AllOf(type);
        var sum = new RowSum();
        var buffer = new ArrayBufferWriter<byte>();
        await using var json = new Utf8JsonWriter(buffer, Plain);
        await foreach (var row in db.Set<T>().IgnoreQueryFilters().AsNoTracking().AsAsyncEnumerable().WithCancellation(ct))
        {
            buffer.ResetWrittenCount();
            json.Reset();
            json.WriteStartArray();
            foreach (var column in columns)
                column.Write(json, row);
            json.WriteEndArray();
            await json.FlushAsync(ct);
            sum.Add(buffer.WrittenSpan);
            buffer.Write("\n"u8);
            if (output is not null)
                await output.WriteAsync(buffer.WrittenMemory, ct);
        }
        return new(type.GetTableName()!, [.. columns.Select(column => column.Name)], sum.Rows, sum.ToString()); // every entity has a table
    }
}
