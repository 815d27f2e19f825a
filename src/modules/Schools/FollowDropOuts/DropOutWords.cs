using System.Globalization;
using Shuren.Schools.Model;

namespace Shuren.Schools.FollowDropOuts;

/// <summary>Words for the codes of the ledger.</summary>
internal static class DropOutWords
{
    public static string Of<T>(T code) where T : struct, Enum => DropOutText.ResourceManager.GetString($"{typeof(T).Name}_{code}", CultureInfo.CurrentUICulture) ?? code.ToString();

    /// <summary>A name of which only the first character is shown.</summary>
    public static string Masked(string name) => name.Length == 0 ? "" : string.Concat(name.AsSpan(0, char.IsHighSurrogate(name[0]) && name.Length > 1 ? 2 : 1), "••");
}

/// <summary>What is typed to enter a child, or to say more of it.</summary>
public sealed class DropOutForm
{
    /// <summary>The first day on which it stayed away.</summary>
    public DateOnly? Since { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }

    /// <summary>The same in words.</summary>
    public string? Detail { get; set; }

    /// <summary>Who answers at the school.</summary>
    public string? SchoolPerson { get; set; }

    /// <summary>Who answers at the town.</summary>
    public string? TownPerson { get; set; }

    internal DropOutFacts Facts => new(Enum.TryParse<DropOutReason>(Reason, out var reason) && Enum.IsDefined(reason) ? reason : DropOutReason.Unknown, Detail ?? "", SchoolPerson ?? "", TownPerson ?? "");
}

/// <summary>What is typed of a visit.</summary>
public sealed class VisitForm
{
    /// <summary>Its day.</summary>
    public DateOnly? On { get; set; }

    /// <summary>Who went.</summary>
    public string? Visitors { get; set; }

    /// <summary>Whom they met.</summary>
    public string? Met { get; set; }

    /// <summary>What it brought.</summary>
    public string? Result { get; set; }

    /// <summary>What was agreed.</summary>
    public string? Agreed { get; set; }

    /// <summary>The day by which the next one is due.</summary>
    public DateOnly? NextBy { get; set; }
}

/// <summary>What is typed to report an entry, or to answer for the section.</summary>
public sealed class EscalationForm
{
    /// <summary>The reason or the measure.</summary>
    public string? Why { get; set; }
}
