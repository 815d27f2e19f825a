using Microsoft.AspNetCore.Http;
using Shuren.Organization.Model;

namespace Shuren.Organization.ShareTodos;

/// <summary>What is typed to ask others about a to-do.</summary>
public sealed class ShareForm
{
    /// <summary>Those who are asked.</summary>
    public IReadOnlyList<Guid> People { get; init; } = [];

    /// <summary>A unit in place of a person.</summary>
    public Guid? Unit { get; init; }

    /// <summary>The question or the reason.</summary>
    public string Words { get; init; } = "";

    /// <summary>By when.</summary>
    public string DueOn { get; init; } = "";

    /// <summary>Reads a posted form.</summary>
    public static ShareForm Of(IFormCollection form) => new()
    {
        People = [.. form["people"].Select(value => Guid.TryParse(value, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)],
        Unit = Guid.TryParse(form["unit"], out var unit) ? unit : null, Words = $"{form["words"]}", DueOn = $"{form["dueOn"]}",
    };

    internal ShareWish Wish(TodoRequestKind kind, string about) =>
        new(kind, about, People, Unit, Words, DateOnly.TryParse(DueOn, System.Globalization.CultureInfo.InvariantCulture, out var due) ? due : null);
}

/// <summary>What is typed to answer a request.</summary>
public sealed class AnswerForm
{
    /// <summary>yes or no.</summary>
    public string? Answer { get; set; }

    /// <summary>The words.</summary>
    public string? Remark { get; set; }
}
