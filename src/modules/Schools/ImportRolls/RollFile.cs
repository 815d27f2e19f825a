using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Data;
using Shuren.Platform.Files;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Schools.ImportRolls;

/// <summary>Workbooks that were brought and wait for a word: how heads are matched, whether the differences are wanted. They belong to who brought them.</summary>
internal sealed class RollFile(ShurenDb db, FileStore files, Process process, Actor actor) : IHandler
{
    private static readonly FileUse Sheets = new([FileTypes.Excel, FileTypes.OldOffice, FileTypes.Csv, FileTypes.Text], IsCounted: false);

    private string Owner => new Ref("schools", "roll", actor.AccountId ?? Guid.Empty).ToString();

    /// <returns>The file's id, or <c>RollFileMissing</c> and what <see cref="FileStore"/> refuses.</returns>
    public async Task<Outcome<Guid>> RunAsync(Stream? content, string name, CancellationToken ct)
    {
        if (content is null)
            return new Refusal("RollFileMissing", "File");
        var file = await files.AddAsync(content, name, Ref.Parse(Owner), Sheets, ct);
        if (!file.Succeeded)
            return file.Refusals.Select(refusal => refusal with { Field = "File" }).ToList();
        process.Begin("schools.bring-roll", Ref.Parse(Owner));
        await db.SaveAsync(ct);
        return file.Value.Id;
    }

    /// <returns>The row of a file; null where the actor brought no such file.</returns>
    public Task<StoredFile?> FindAsync(Guid id, CancellationToken ct)
    {
        var owner = Owner;
        return db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.Owner == owner, ct);
    }

    /// <returns>The file and its content, which the caller closes; null where the actor brought no such file.</returns>
    public async Task<(string Name, Stream Content)?> OpenAsync(Guid id, CancellationToken ct) => await FindAsync(id, ct) is { } found ? (found.Name, files.Open(found)) : null;
}
