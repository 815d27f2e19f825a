using Shuren.Kernel;
using Shuren.Platform.Processes;
using Shuren.Platform.Windows;

namespace Shuren.Organization.Answers;

/// <summary>Who belongs to whom touches every count of those above: whatever changes the tree or a group changes them anywhere.</summary>
internal sealed class PlaceUnitChanges : IPlaceChanges
{
    private static readonly HashSet<string> Tree = ["unit", "unitspan", "groupmembership"];

    public string Room => "organization";

    public Task<IReadOnlySet<Guid>?> UnitsOfAsync(IReadOnlyList<AuditEntry> entries, CancellationToken ct) =>
        Task.FromResult<IReadOnlySet<Guid>?>(entries.Any(entry => Tree.Contains(Ref.Parse(entry.Subject).Kind)) ? null : new HashSet<Guid>());
}
