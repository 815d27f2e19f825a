using Shuren.Documents.Breakdowns;

namespace Shuren.Host.Commands;

/// <summary>A breakdown table as a file: whole or not at all.</summary>
internal static class BreakdownFile
{
    private static readonly Dictionary<string, Action<Stream, Breakdown>> Writers = new(StringComparer.OrdinalIgnoreCase)
    {
        [".xlsx"] = BreakdownWorkbook.Write,
        [".docx"] = BreakdownDocument.Write,
    };

    /// <summary>Why a path cannot be written to, in words; null where it can.</summary>
    internal static string? WhyNot(string path, bool overwrite)
    {
        if (Directory.Exists(path))
            return $"{path} 是一个文件夹。请写出文件名，如 任务分解表.xlsx。\n{path} is a folder; give a file name.";
        if (!Writers.ContainsKey(Path.GetExtension(path)))
            return $"只能写 .xlsx 或 .docx 文件，不认识“{Path.GetExtension(path)}”。\nOnly .xlsx and .docx can be written.";
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
            return $"文件夹 {folder} 不存在，请先建好。\nThere is no folder {folder}.";
        return File.Exists(path) && !overwrite
            ? $"{path} 已经存在。要覆盖请加 --force。\n{path} exists; add --force to overwrite it."
            : null;
    }

    /// <summary>Writes beside the target first and moves then, so that nothing half-written remains.</summary>
    /// <exception cref="IOException">The disk refused, or the file came into being meanwhile.</exception>
    internal static async Task WriteAsync(Breakdown breakdown, string path, bool overwrite, CancellationToken ct)
    {
        var whole = Path.GetFullPath(path);
        var draft = Path.Combine(Path.GetDirectoryName(whole)!, $".{Guid.CreateVersion7():N}.tmp"); // a file's path has a folder
        try
        {
            await using (var stream = new FileStream(draft, FileMode.CreateNew, FileAccess.ReadWrite))
                Writers[Path.GetExtension(path)](stream, breakdown);
            ct.ThrowIfCancellationRequested();
            File.Move(draft, whole, overwrite);
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
