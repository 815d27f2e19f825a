namespace Shuren.Formulas;

/// <summary>The two languages in which a formula is written and told. Both give the same tree.</summary>
public enum Language
{
    /// <summary>计数(学生 其中 学段 = 小学)</summary>
    Chinese,

    /// <summary>count(pupils where stage = primary)</summary>
    English,
}
