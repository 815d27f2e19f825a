using Shuren.Platform.Masks;
using Shuren.Platform.Processes;

namespace Shuren.Schools.Model;

/// <summary>
/// Why a child needs care (关爱类别), from one day to another. Apart from the pupil, with a right of its own (<c>schools.see-care</c>): who sees
/// the pupil does not see this.
/// </summary>
internal sealed class PupilCare
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PupilId { get; init; }
    public required CareKind Kind { get; init; }

    /// <summary>Kind and degree of a disability, or of poverty, as the district writes it.</summary>
    [Sensitive(MaskKind.Whole), Secret]
    public string Detail { get; set; } = "";

    /// <summary>送教上门: taught at home, for children with a disability.</summary>
    public bool IsTaughtAtHome { get; set; }
    public required DateOnly Since { get; init; }

    /// <summary>The first day on which it no longer holds; null while it does.</summary>
    public DateOnly? Until { get; set; }
}

/// <summary>Kinds of care.</summary>
internal enum CareKind
{
    /// <summary>留守儿童: both parents, or the one who could care, work elsewhere.</summary>
    LeftBehind,

    /// <summary>困境儿童.</summary>
    Hardship,

    /// <summary>残疾儿童少年.</summary>
    Disability,

    /// <summary>单亲家庭.</summary>
    SingleParent,

    /// <summary>孤儿.</summary>
    Orphan,

    /// <summary>事实无人抚养儿童.</summary>
    Unsupported,

    /// <summary>家庭经济困难 (低保、脱贫不稳定 …).</summary>
    LowIncome,

    /// <summary>烈士、军人、公安英模等优抚对象子女.</summary>
    Preferential,
}
