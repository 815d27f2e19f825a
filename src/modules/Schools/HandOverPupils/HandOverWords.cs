using System.Globalization;
using Microsoft.AspNetCore.Http;
using Shuren.Kernel;
using Shuren.Schools.Model;
using Shuren.Ui;

namespace Shuren.Schools.HandOverPupils;

/// <summary>Words for the codes of the hand-over, and what a form of it chose.</summary>
internal static class HandOverWords
{
    /// <summary>The form field of the children that were chosen.</summary>
    public const string Chosen = "Pupils";

    public static string Of(HandOverState state) => HandOverText.ResourceManager.GetString($"State_{state}", CultureInfo.CurrentUICulture) ?? state.ToString();

    public static string Of(HandOverAct act) => HandOverText.ResourceManager.GetString($"Act_{act}", CultureInfo.CurrentUICulture) ?? act.ToString();

    /// <summary>The leaving class of a year, as schools say it: the class of 2026 finishes the school year that began in 2025.</summary>
    public static string ClassOf(int fromYear) => HandOverText.ClassOf.Filled(fromYear + 1);

    public static Tone ToneOf(HandOverState state) => state switch
    {
        HandOverState.NotArrived => Tone.Red,
        HandOverState.Confirmed => Tone.Green,
        HandOverState.Listed or HandOverState.Sent => Tone.Amber,
        _ => Tone.Plain,
    };

    public static IReadOnlyList<Figure> Figures(HandOverCounts counts) =>
    [
        new(HandOverText.All, Wording.Number(counts.All)), new(HandOverText.Confirmed, Wording.Number(counts.Confirmed)), new(HandOverText.Elsewhere, Wording.Number(counts.Elsewhere)),
        new(HandOverText.Open, Wording.Number(counts.Open)) { Lamp = counts.Open > 0 ? LampKind.DueSoon : null },
    ];

    /// <summary>The children whose boxes were ticked.</summary>
    public static IReadOnlyList<Guid> ChosenIn(HttpRequest request) =>
        request.HasFormContentType ? [.. request.Form[Chosen].Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct()] : [];
}

/// <summary>What can be done with chosen children of a hand-over.</summary>
internal enum HandOverAct
{
    /// <summary>送出.</summary>
    Send,

    /// <summary>指定（改送）接收学校.</summary>
    Name,

    /// <summary>区外就读.</summary>
    OutOfDistrict,

    /// <summary>留级.</summary>
    Repeat,

    /// <summary>确认接收.</summary>
    Confirm,

    /// <summary>未到.</summary>
    NotArrived,

    /// <summary>撤回接收.</summary>
    TakeBack,
}

/// <summary>What is typed beside the chosen children.</summary>
public sealed class HandOverForm
{
    /// <summary>What is done.</summary>
    public string? Act { get; set; }

    /// <summary>The school that receives.</summary>
    public Guid? Receiver { get; set; }

    /// <summary>The destination or the reason.</summary>
    public string? Why { get; set; }
}

/// <summary>What is typed to open a hand-over.</summary>
public sealed class OpenForm
{
    /// <summary>The school that hands over.</summary>
    public Guid? School { get; set; }

    /// <summary>The school that receives.</summary>
    public Guid? Receiver { get; set; }

    /// <summary>The last day.</summary>
    public DateOnly? Due { get; set; }
}
