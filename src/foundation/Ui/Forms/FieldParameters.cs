using Microsoft.AspNetCore.Components;

namespace Shuren.Ui;

/// <summary>What every field of a form takes.</summary>
public abstract class FieldParameters : ComponentBase
{
    /// <summary>The form field's name; the problem of the same name stands at it.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";

    /// <summary>The label above it.</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>What to write, under the label.</summary>
    [Parameter] public string? Hint { get; set; }

    /// <summary>A problem that no <see cref="PostForm"/> hands down.</summary>
    [Parameter] public string? Error { get; set; }

    /// <summary>True says 可不填 beside the label.</summary>
    [Parameter] public bool Optional { get; set; }
}
