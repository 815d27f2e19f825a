namespace Shuren.Contracts.Organization;

/// <summary>What a node of the organisation tree is.</summary>
public enum UnitKind
{
    /// <summary>教育局.</summary>
    Bureau,

    /// <summary>科室.</summary>
    Section,

    /// <summary>直属单位: 教研室, 教师发展中心 and the like.</summary>
    Institution,

    /// <summary>学校.</summary>
    School,

    /// <summary>幼儿园.</summary>
    Kindergarten,

    /// <summary>校区.</summary>
    Campus,

    /// <summary>集团、联盟、片区: a group of schools.</summary>
    SchoolGroup,
}

/// <summary>A unit as other rooms see it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Full name.</param>
/// <param name="ShortName">As it stands in tables; equal to the name where no shorter one is kept.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Parent">The unit above, or null for the bureau itself.</param>
/// <param name="Order">Place among its siblings, from 0.</param>
/// <param name="Duties">What it answers for (职责), phrases that the bureau edits; read by suggestions.</param>
public sealed record UnitCard(Guid Id, string Name, string ShortName, UnitKind Kind, Guid? Parent, int Order, IReadOnlyList<string> Duties)
{
    /// <summary>Whether it looks after all schools and has none below it: a right about schools that is held there reaches every school.</summary>
    public bool LooksAfterSchools => Kind is UnitKind.Bureau or UnitKind.Section;
}

/// <summary>Questions that other rooms ask about units.</summary>
public interface IUnitDirectory
{
    /// <summary>All open units in the order of the tree: bureau, sections, institutions, schools.</summary>
    Task<IReadOnlyList<UnitCard>> AllAsync(CancellationToken ct);

    /// <summary>The units that are open on a day, past or to come, with the names and places of that day.</summary>
    Task<IReadOnlyList<UnitCard>> AsOfAsync(DateOnly day, CancellationToken ct);

    /// <summary>The units with these ids, closed ones included.</summary>
    Task<IReadOnlyDictionary<Guid, UnitCard>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct);
}
