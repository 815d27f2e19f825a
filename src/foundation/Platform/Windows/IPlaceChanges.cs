using Shuren.Platform.Processes;

namespace Shuren.Platform.Windows;

/// <summary>Says at which units the rows that a room's windows show were changed: what is counted of them there is counted anew, and nowhere else.</summary>
public interface IPlaceChanges
{
    /// <summary>The room whose changes it places.</summary>
    string Room { get; }

    /// <summary>The units.</summary>
    /// <param name="entries">What was changed in rows of the room.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>Null where it may be anywhere: rows that were added as a whole, rows that all windows hang on.</returns>
    Task<IReadOnlySet<Guid>?> UnitsOfAsync(IReadOnlyList<AuditEntry> entries, CancellationToken ct);
}
