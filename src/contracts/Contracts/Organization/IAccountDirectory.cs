namespace Shuren.Contracts.Organization;

/// <summary>A person as other rooms see one.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">The name as shown.</param>
/// <param name="Units">Units at which it holds roles.</param>
/// <param name="Roles">Its roles.</param>
public sealed record AccountCard(Guid Id, string Name, IReadOnlyList<Guid> Units, IReadOnlyList<string> Roles);

/// <summary>Questions that other rooms ask about people.</summary>
public interface IAccountDirectory
{
    /// <summary>The people who hold any of the roles at any of the units.</summary>
    Task<IReadOnlyList<AccountCard>> HoldersAsync(IReadOnlyCollection<Guid> units, IReadOnlyCollection<string> roles, CancellationToken ct);

    /// <summary>The accounts with these ids.</summary>
    Task<IReadOnlyDictionary<Guid, AccountCard>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct);
}

/// <summary>Working days as this district keeps them.</summary>
public interface IWorkingDays
{
    /// <summary>The calendar with all known holidays and make-up days.</summary>
    Task<Kernel.WorkingCalendar> CalendarAsync(CancellationToken ct);
}
