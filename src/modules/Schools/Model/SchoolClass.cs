using Shuren.Platform.Data;

namespace Shuren.Schools.Model;

/// <summary>A class (班级) of one school year. The promotion makes next year's class, which names this one as the one it came from.</summary>
internal sealed class SchoolClass : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid SchoolId { get; init; }
    public Guid? CampusId { get; set; }

    /// <summary>The year of the 1 September with which its school year begins.</summary>
    public required int SchoolYear { get; init; }

    /// <summary>Code of the grade (<see cref="Contracts.Schools.Stage"/>).</summary>
    public required int Grade { get; init; }

    /// <summary>班号 in the grade, from 1; unique among the classes of a grade, school and year.</summary>
    public required int Number { get; set; }

    /// <summary>As the school calls it: 三年级2班.</summary>
    public required string Name { get; set; }
    public ClassKind Kind { get; set; }

    /// <summary>班主任.</summary>
    public Guid? HeadTeacherId { get; set; }

    /// <summary>The first day on which the head teacher led it; null where that was the class's own first day. Who led it before stands in <see cref="FormerHead"/>.</summary>
    public DateOnly? HeadSince { get; set; }

    /// <summary>The class of the year before whose pupils went on together; null for an entry class.</summary>
    public Guid? CameFromId { get; init; }

    /// <summary>First day; in most years 1 September.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>The first day on which it is no longer a class: in most years the next 1 September; null while nothing else is known.</summary>
    public DateOnly? Until { get; set; }
    public long Version { get; private set; }
}

/// <summary>What sort of class it is.</summary>
internal enum ClassKind
{
    /// <summary>普通班.</summary>
    Ordinary,

    /// <summary>复式班、混龄班: several grades or ages together.</summary>
    Mixed,

    /// <summary>附设特教班.</summary>
    Special,

    /// <summary>内地民族班 and other classes by the state's plan.</summary>
    Plan,
}
