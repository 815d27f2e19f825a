namespace Shuren.Platform.Data.Keeping;

/// <summary>What a backup file says of itself: enough to know later that nothing of it was lost.</summary>
/// <param name="Format">Version of the form of the file.</param>
/// <param name="District">Code of the district.</param>
/// <param name="Name">Its name.</param>
/// <param name="TakenAt">The moment whose state it holds, in UTC.</param>
/// <param name="Migration">The last migration that the database had had.</param>
/// <param name="Tables">Every table with its rows and hash.</param>
/// <param name="Blocks">Blocks of the audit's chain.</param>
/// <param name="ChainHash">Hash of the last one.</param>
/// <param name="Files">Contents of the file store, by hash.</param>
/// <param name="MissingFiles">Contents that rows name and the store did not have.</param>
public sealed record BackupManifest(int Format, string District, string Name, DateTime TakenAt, string Migration, IReadOnlyList<TableDigest> Tables, long Blocks, string ChainHash,
    IReadOnlyList<string> Files, IReadOnlyList<string> MissingFiles)
{
    /// <summary>The form that this release writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The entry of the file in which it stands.</summary>
    public const string Entry = "manifest.json";
}

/// <summary>A table as a number that is the same wherever the same rows stand.</summary>
/// <param name="Table">Its name.</param>
/// <param name="Columns">Its columns, by name.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Hash">The sum of the SHA-256 of its rows modulo 2^256, in lower-case hex: the order of the rows does not matter.</param>
public sealed record TableDigest(string Table, IReadOnlyList<string> Columns, long Rows, string Hash);

/// <summary>Adds the hashes of rows up.</summary>
internal sealed class RowSum
{
    private readonly byte[] sum = new byte[32];

    /// <summary>How many rows were added.</summary>
    public long Rows { get; private set; }

    /// <summary>Adds one row's bytes.</summary>
    public void Add(ReadOnlySpan<byte> row)
    {
        Span<byte> hash = stackalloc byte[32];
        System.Security.Cryptography.SHA256.HashData(row, hash);
        var carry = 0;
        for (var at = 0; at < 32; at++)
        {
            carry += sum[at] + hash[at];
            sum[at] = (byte)(carry & 0xff);
            carry >>= 8;
        }
        Rows++;
    }

    /// <summary>The sum in hex.</summary>
    public override string ToString() => Convert.ToHexStringLower(sum);
}
