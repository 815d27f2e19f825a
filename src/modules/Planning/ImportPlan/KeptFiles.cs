using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Data;
using Shuren.Platform.Files;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Planning.ImportPlan;

/// <summary>
/// Documents that were brought and wait for a word: which part is taken, whether the differences are wanted. So nobody has to
/// choose the file twice, and nothing of it is in a plan yet.
/// </summary>
internal sealed class KeptFiles(ShurenDb db, FileStore files, Process process, Actor actor) : IHandler
{
    /// <summary>Documents of a first import belong to who brought them.</summary>
    public Ref Mine => new("planning", "upload", actor.AccountId ?? Guid.Empty);

    /// <returns>The file's id, or <c>NotYours</c>, <c>EditedMeanwhile</c> where others took the last room, and what <see cref="FileStore"/> refuses.</returns>
    public async Task<Outcome<Guid>> KeepAsync(Stream content, string name, Ref owner, CancellationToken ct)
    {
        if (!actor.Can(PlanningRights.Edit))
            return new Refusal("NotYours");
        content.Position = 0;
        var file = await files.AddAsync(content, name, owner, FileUse.Document, ct);
        if (!file.Succeeded)
            return file.Refusals.ToList();
        process.Begin("planning.keep-upload", owner);
        try
        {
            await db.SaveAsync(ct);
            return file.Value.Id;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Refusal("EditedMeanwhile");
        }
    }

    /// <returns>The document, whose stream the caller closes; null where nobody brought such a file for this purpose.</returns>
    public async Task<PlanDocument?> OpenAsync(Guid file, Ref owner, CancellationToken ct)
    {
        var key = owner.ToString();
        var found = await db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == file && row.Owner == key, ct);
        return found is null ? null : PlanDocument.OfKept(files.Open(found), found.Name, found.Id);
    }
}
