using Shuren.Kernel;

namespace Shuren.Contracts.Organization;

/// <summary>A term (学期) of a school year.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Counts the terms of the year, from 1.</param>
/// <param name="Name">As shown: 第一学期.</param>
/// <param name="Days">First and last day of teaching; inside the school year, apart from the other terms.</param>
public sealed record TermCard(Guid Id, int Number, string Name, Period Days);

/// <summary>A school year (学年), 1 September to 31 August, as the district keeps it.</summary>
/// <param name="BeginsIn">The year of its 1 September: 2025 is 2025-2026学年.</param>
/// <param name="Days">All its days.</param>
/// <param name="Terms">Its terms in order; empty while the district has not set them.</param>
public sealed record SchoolYearCard(int BeginsIn, Period Days, IReadOnlyList<TermCard> Terms)
{
    /// <summary>The term of a day, or null in the holidays and where no terms are set.</summary>
    public TermCard? TermOf(DateOnly day) => Terms.FirstOrDefault(term => term.Days.Contains(day));
}

/// <summary>Questions that other rooms ask about school years.</summary>
public interface ISchoolYears
{
    /// <summary>The school years that begin in these years, set or not.</summary>
    Task<IReadOnlyDictionary<int, SchoolYearCard>> FindAsync(IReadOnlyCollection<int> beginIn, CancellationToken ct);
}
