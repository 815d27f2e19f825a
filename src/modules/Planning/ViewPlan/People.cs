using Shuren.Contracts.Organization;
using Shuren.Platform;
using Shuren.Platform.Rights;

namespace Shuren.Planning.EditInExcel;

/// <summary>The people of the bureau by name, as a sheet names them.</summary>
internal sealed class People(IReadOnlyList<AccountCard> all)
{
    private readonly Dictionary<Guid, AccountCard> byId = all.ToDictionary(person => person.Id);
    private readonly ILookup<string, AccountCard> byName = all.ToLookup(person => person.Name, StringComparer.Ordinal);

    public string NameOf(Guid? person) => person is { } id && byId.TryGetValue(id, out var found) ? found.Name : "";

    /// <summary>Everybody of that name; of namesakes those at the unit come alone, if there are any.</summary>
    public IReadOnlyList<AccountCard> Named(string name, Guid? unit)
    {
        List<AccountCard> found = [.. byName[name]];
        var at = found.FindAll(person => unit is { } id && person.Units.Contains(id));
        return at.Count > 0 ? at : found;
    }
}

/// <summary>Reads the people once.</summary>
internal sealed class ReadPeople(IAccountDirectory accounts, IUnitDirectory units) : IHandler
{
    /// <summary>Who can answer for a task: those who work at the bureau or lead a school.</summary>
    private static readonly string[] Answering = [Roles.Director, Roles.Deputy, Roles.Office, Roles.SectionChief, Roles.SectionStaff, Roles.Principal, Roles.SchoolStaff];

    public async Task<People> RunAsync(CancellationToken ct) =>
        new(await accounts.HoldersAsync([.. (await units.AllAsync(ct)).Select(unit => unit.Id)], Answering, ct));
}
