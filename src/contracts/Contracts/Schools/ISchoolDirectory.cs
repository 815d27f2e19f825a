using Shuren.Contracts.Organization;

namespace Shuren.Contracts.Schools;

/// <summary>A stage (学段) of schooling. A grade's code is the stage's number and the year in it: 16 is 小学六年级, 21 初中一年级.</summary>
public enum Stage
{
    /// <summary>学前: grades 1 小班, 2 中班, 3 大班, 4 混龄班, 0 托班.</summary>
    Preschool = 0,

    /// <summary>小学: grades 11 to 16.</summary>
    Primary = 1,

    /// <summary>初中: grades 21 to 24; 24 only where junior school lasts four years.</summary>
    Junior = 2,

    /// <summary>普通高中: grades 31 to 33.</summary>
    Senior = 3,

    /// <summary>中等职业: grades 41 to 43.</summary>
    Vocational = 4,

    /// <summary>特殊教育: grades 51 to 59.</summary>
    Special = 5,
}

/// <summary>What kind of school it is (学校办学类型, GB/T 33782-2017 table 4).</summary>
public enum SchoolKind
{
    /// <summary>幼儿园 (111).</summary>
    Kindergarten,

    /// <summary>小学 (211).</summary>
    Primary,

    /// <summary>小学教学点 (218).</summary>
    TeachingPoint,

    /// <summary>初级中学 (311).</summary>
    Junior,

    /// <summary>九年一贯制学校 (312).</summary>
    NineYear,

    /// <summary>完全中学 (341).</summary>
    CompleteSecondary,

    /// <summary>高级中学 (342).</summary>
    Senior,

    /// <summary>十二年一贯制学校 (345).</summary>
    TwelveYear,

    /// <summary>中等职业学校 (361).</summary>
    Vocational,

    /// <summary>特殊教育学校 (514).</summary>
    Special,

    /// <summary>教育机构: a training centre, a base, a teachers' college branch; no pupils of its own.</summary>
    Institution,
}

/// <summary>Who runs it.</summary>
public enum Ownership
{
    /// <summary>公办.</summary>
    Public,

    /// <summary>普惠性民办: private, recognised by the bureau, fees within the government's limit (教督〔2020〕1号).</summary>
    Inclusive,

    /// <summary>民办.</summary>
    Private,
}

/// <summary>Where it lies (城乡分类, GB/T 33782-2017 table 5).</summary>
public enum Locality
{
    /// <summary>主城区 (111).</summary>
    MainUrban,

    /// <summary>城乡结合区 (112).</summary>
    UrbanFringe,

    /// <summary>镇中心区 (121).</summary>
    TownCentre,

    /// <summary>镇乡结合区 (122).</summary>
    TownFringe,

    /// <summary>特殊区域 (123).</summary>
    SpecialArea,

    /// <summary>乡中心区 (210).</summary>
    TownshipCentre,

    /// <summary>村庄 (220).</summary>
    Village,
}

/// <summary>A school on a day, as other rooms see it.</summary>
/// <param name="Unit">Its unit and name of that day.</param>
/// <param name="Code">学校(机构)标识码, or empty.</param>
/// <param name="Kind">What it is on that day.</param>
/// <param name="Ownership">Who runs it on that day.</param>
/// <param name="Locality">Where it lies.</param>
/// <param name="Stages">The stages it teaches on that day, in their order.</param>
public sealed record SchoolCard(UnitCard Unit, string Code, SchoolKind Kind, Ownership Ownership, Locality Locality, IReadOnlyList<Stage> Stages);

/// <summary>Questions that other rooms ask about schools.</summary>
public interface ISchoolDirectory
{
    /// <summary>The schools that are open on a day, in the order of the tree.</summary>
    Task<IReadOnlyList<SchoolCard>> AsOfAsync(DateOnly day, CancellationToken ct);
}
