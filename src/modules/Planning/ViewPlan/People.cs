using Shuren.Contracts.Organization;
using Shuren.Platform;
using Shuren.Platform.Rights;

namespace Shuren.Planning.ViewPlan;

/// <summary>The people who can answer for a task (责任人), by name as forms and sheets name them.</summary>
internal sealed class People(IReadOnlyList<AccountCard> all)
{
    private static readonly string[] Chiefs = [Roles.SectionChief, Roles.Principal];

    private readonly Dictionary<Guid, AccountCard> byId = all.ToDictionary(person => person.Id);
    private readonly ILookup<string, AccountCard> byName = all.ToLookup(person => person.Name, StringComparer.Ordinal);

    public IReadOnlyList<AccountCard> All => all;

    public bool Knows(Guid person) => byId.ContainsKey(person);

    public string NameOf(Guid? person) => person is { } id && byId.TryGetValue(id, out var found) ? found.Name : "";

    /// <summary>Everybody of that name; of namesakes those at the unit come alone, if there are any.</summary>
    public IReadOnlyList<AccountCard> Named(string name, Guid? unit)
    {
        List<AccountCard> found = [.. byName[name]];
        var at = found.FindAll(person => unit is { } id && person.Units.Contains(id));
        return at.Count > 0 ? at : found;
    }

    /// <summary>Who leads a unit; null where nobody or more than one does.</summary>
    public AccountCard? ChiefOf(Guid? unit)
    {
        List<AccountCard> chiefs = unit is { } id ? [.. all.Where(person => person.Units.Contains(id) && person.Roles.Any(Chiefs.Contains))] : [];
        return chiefs is [var only] ? only : null;
    }
}

/// <summary>Reads the people once.</summary>
internal sealed class ReadPeople(IAccountDirectory accounts, IUnitDirectory units) : IHandler
{
    /// <summary>Who can answer for a task: those who work at the bureau or lead a school.</summary>
    private static readonly string[] Answering = [Roles.Director, Roles.Deputy, Roles.Office, Roles.SectionChief, Roles.SectionStaff, Roles.Principal, Roles.SchoolStaff];

    public async Task<People> RunAsync(CancellationToken ct) =>
        new([.. (await accounts.HoldersAsync([.. (await units.AllAsync(ct)).Select(unit => unit.Id)], Answering, ct)).OrderBy(person => person.Name, StringComparer.Ordinal).ThenBy(person => person.Id)]);
}
