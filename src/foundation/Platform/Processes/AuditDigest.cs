using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Shuren.Platform.Processes;

/// <summary>
/// The bytes of an act and its entries in one form, whatever database they stand in: each field as UTF-8 after its length
/// (4 bytes, big end first; -1 for null), the act first, then its entries in the order of their ids.
/// </summary>
internal sealed class AuditDigest : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Guid processId;
    private long entries;

    public AuditDigest(ProcessRecord act)
    {
        processId = act.Id;
        Take(Text(act.Id), act.Kind, Text(act.At), act.ActorId is { } actor ? Text(actor) : null, act.ActorName, act.Why, act.About, act.Evidence,
            act.Once is { } once ? Text(once) : null);
    }

    /// <summary>Takes the next entry.</summary>
    public void Add(AuditEntry entry)
    {
        entries++;
        Take(Text(entry.Id), Text(entry.ProcessId), entry.Subject, entry.Action, entry.Changes);
    }

    /// <summary>The block that seals what was taken.</summary>
    public AuditBlock Seal(long number, string before, DateTime at)
    {
        Take(number.ToString(CultureInfo.InvariantCulture), entries.ToString(CultureInfo.InvariantCulture), Text(at), before);
        return new AuditBlock { Number = number, ProcessId = processId, Entries = entries, SealedAt = at, Hash = Convert.ToHexStringLower(hash.GetHashAndReset()) };
    }

    public void Dispose() => hash.Dispose();

    private static string Text(Guid id) => id.ToString("D");

    private static string Text(DateTime moment) => moment.ToString("O", CultureInfo.InvariantCulture);

    private void Take(params ReadOnlySpan<string?> fields)
    {
        Span<byte> length = stackalloc byte[4];
        foreach (var field in fields)
        {
            var bytes = field is null ? [] : Encoding.UTF8.GetBytes(field);
            BinaryPrimitives.WriteInt32BigEndian(length, field is null ? -1 : bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }
    }
}
