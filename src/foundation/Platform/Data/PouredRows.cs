using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Shuren.Platform.Processes;

namespace Shuren.Platform.Data;

/// <summary>
/// Rows of many tables that come as a stream and stand in the audit as a whole: one entry a table, with the number of its rows and a hash of all
/// their values. For what was made by a machine from a seed, where an entry a row would say the same a million times. Nothing of it is
/// found by the search of the house.
/// </summary>
internal sealed class PouredRows(IEnumerable<IReadOnlyCollection<object>> batches) : SetWrite
{
    private readonly Dictionary<IEntityType, (long Count, IncrementalHash Hash)> tables = [];

    internal override bool IsAudited => true;

    internal override async Task RunAsync(ShurenDb db, AuditSink? audit, CancellationToken ct)
    {
        foreach (var batch in batches.Where(batch => batch.Count > 0))
        {
            var type = db.Model.FindEntityType(batch.First().GetType()) ?? throw new InvalidOperationException($"{batch.First().GetType().Name} has no table.");
            await BulkInsert.RunAsync(db, type, batch, ct);
            Digest(type, batch);
            Count += batch.Count;
        }
        foreach (var (type, poured) in tables.OrderBy(table => table.Key.Name, StringComparer.Ordinal))
        {
            if (audit is not null)
                await audit.WriteAsync(AuditWriter.EntryForAll(type, poured.Count, Convert.ToHexStringLower(poured.Hash.GetHashAndReset()), audit.Act, audit.Ids), ct);
            poured.Hash.Dispose();
        }
    }

    private void Digest(IEntityType type, IReadOnlyCollection<object> batch)
    {
        var (count, hash) = tables.TryGetValue(type, out var known) ? known : (0, IncrementalHash.CreateHash(HashAlgorithmName.SHA256));
        var columns = TableColumn.AllOf(type);
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        foreach (var row in batch)
        {
            foreach (var column in columns)
                Write(writer, column.Kept(row));
        }
        hash.AppendData(bytes.GetBuffer(), 0, (int)bytes.Length);
        tables[type] = (count + batch.Count, hash);
    }

    // A letter for the type before each value: no two rows give the same bytes.
    private static void Write(BinaryWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.Write('n'); break;
            case string text: writer.Write('s'); writer.Write(text); break;
            case Guid id: writer.Write('g'); writer.Write(id.ToByteArray(bigEndian: true)); break;
            case DateOnly day: writer.Write('d'); writer.Write(day.DayNumber); break;
            case DateTime moment: writer.Write('t'); writer.Write(moment.Ticks); break;
            case bool flag: writer.Write(flag ? '1' : '0'); break;
            case int number: writer.Write('i'); writer.Write((long)number); break;
            case long number: writer.Write('i'); writer.Write(number); break;
            case double number: writer.Write('r'); writer.Write(number); break;
            default: writer.Write('o'); writer.Write(value.ToString() ?? ""); break;
        }
    }
}
