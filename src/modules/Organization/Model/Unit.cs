using Shuren.Contracts.Organization;
using Shuren.Platform.Data;

namespace Shuren.Organization.Model;

/// <summary>A node of the organisation tree: the bureau, its sections and institutions, the schools and their groups.</summary>
internal sealed class Unit : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }

    /// <summary>As it stands in narrow tables; equal to the name where no shorter one is used.</summary>
    public required string ShortName { get; set; }
    public required UnitKind Kind { get; init; }
    public Guid? ParentId { get; set; }

    /// <summary>Place among its siblings, from 0.</summary>
    public required int Position { get; set; }
    public DateOnly? ClosedOn { get; private set; }
    public long Version { get; private set; }

    /// <summary>Closes the unit; what it did stays readable.</summary>
    public void Close(DateOnly on) => ClosedOn ??= on;
}

/// <summary>One phrase of what a unit answers for (职责). Suggestions read them; the bureau edits them.</summary>
internal sealed class UnitDuty
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid UnitId { get; init; }
    public required int Position { get; init; }
    public required string Phrase { get; init; }
}

/// <summary>A school's place in a group (集团、联盟、片区), with dates.</summary>
internal sealed class GroupMembership
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid GroupId { get; init; }
    public required Guid UnitId { get; init; }

    /// <summary>The leading school (牵头校).</summary>
    public required bool IsLead { get; init; }
    public required DateOnly Since { get; init; }
    public DateOnly? Until { get; set; }
}
