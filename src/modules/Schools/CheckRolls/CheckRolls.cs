using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Shuren.Formulas.Explain;
using Shuren.Formulas.Sql;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Windows;
using Shuren.Schools.Model;

namespace Shuren.Schools.CheckRolls;

/// <summary>
/// Asks every rule of the rolls, one statement a rule, and writes what is new and what is gone since the last time. A finding that still holds keeps the moment
/// at which it was first found. One school may be asked alone, after its clerk has mended something.
/// </summary>
internal sealed class CheckRolls(SchoolsDb schools, SchoolScope reach, TimeProvider time) : IHandler
{
    /// <summary>So many findings are ended by one statement.</summary>
    private const int Chunk = 400;

    private readonly record struct Hit(string Rule, Guid Row, Guid School);

    /// <param name="school">Only this school; null for the whole district.</param>
    /// <param name="ct">Stops the work; nothing is written then.</param>
    /// <returns>What came of it, or <c>CheckNotYours</c>, <c>CheckGoesOn</c> where another check has written meanwhile.</returns>
    public async Task<Outcome<RollCheck>> RunAsync(Guid? school, CancellationToken ct)
    {
        if (await reach.RunAsync(SchoolsRights.Edit, ct) is { } within && !(school is { } own && within.Contains(own)))
            return new Refusal("CheckNotYours");
        var now = time.GetUtcNow().UtcDateTime;
        var day = time.Today();
        var hits = await HitsAsync(day, school, ct);
        var open = await Open(school).Select(finding => new { finding.Id, finding.Rule, finding.RowId, finding.SchoolId }).ToListAsync(ct);
        var known = open.Select(finding => new Hit(finding.Rule, finding.RowId, finding.SchoolId)).ToHashSet();
        var gone = open.Where(finding => !hits.Contains(new(finding.Rule, finding.RowId, finding.SchoolId))).Select(finding => finding.Id).ToList();
        var found = hits.Where(hit => !known.Contains(hit)).Select(hit => new RollFinding { Rule = hit.Rule, RowId = hit.Row, SchoolId = hit.School, FoundAt = now }).ToList();
        var check = new RollCheck { At = now, Day = day, Rules = RuleBook.All.Count, Open = hits.Count, Found = found.Count, Gone = gone.Count };
        // The list says when the whole district was asked last.
        if (school is null)
            schools.Checks.Add(check);
        foreach (var some in gone.Chunk(Chunk))
            schools.UpdateSet(schools.Findings.Where(finding => some.Contains(finding.Id)), set => set.SetProperty(finding => finding.GoneAt, (DateTime?)now));
        schools.InsertSet(found);
        try
        {
            await schools.SaveAsync(ct);
            return check;
        }
        // A finding is open once: of two checks at the same moment the database takes one.
        catch (DbUpdateException) when (found.Exists(mine => Open(school).Any(other => other.Rule == mine.Rule && other.RowId == mine.RowId)))
        {
            return new Refusal("CheckGoesOn");
        }
    }

    private IQueryable<RollFinding> Open(Guid? school) => schools.Findings.AsNoTracking().Where(finding => finding.GoneAt == null && (school == null || finding.SchoolId == school));

    private async Task<HashSet<Hit>> HitsAsync(DateOnly day, Guid? school, CancellationToken ct)
    {
        var connection = await schools.OpenAsync(ct);
        var question = new Question([day], school is { } only ? [only] : null);
        var hits = new HashSet<Hit>();
        foreach (var rule in RuleBook.All)
        {
            var rows = Explanation.RowsOf(rule.Condition, connection is SqliteConnection ? SqlDialect.Sqlite : SqlDialect.PostgreSql, question);
            await using var command = WindowCommand.Of(connection, rows.Text, rows.Parameters.Select(parameter => (parameter.Name, parameter.Value)));
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
                hits.Add(new(rule.Id, reader.GetGuid(0), reader.GetGuid(1)));
        }
        return hits;
    }
}
