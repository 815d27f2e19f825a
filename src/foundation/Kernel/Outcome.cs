namespace Shuren.Kernel;

/// <summary>Why something was not done, in the user's terms: a text code and its arguments. A refusal is a value, never an exception.</summary>
/// <param name="Code">The key of the sentence in the room's text resource; stable, part of the API.</param>
/// <param name="Field">The form field that the refusal stands at, or empty where it concerns the whole form.</param>
/// <param name="Args">What is put into the sentence.</param>
public sealed record Refusal(string Code, string Field = "", params object[] Args);

/// <summary>The result of an act: a value, or the refusals that say what to mend.</summary>
/// <typeparam name="T">What the act gives when it was done.</typeparam>
public readonly struct Outcome<T>
{
    private readonly T? value;

    private Outcome(T? value, IReadOnlyList<Refusal> refusals)
    {
        this.value = value;
        Refusals = refusals;
    }

    /// <summary>True when the act was done.</summary>
    public bool Succeeded => Refusals is null or { Count: 0 };

    /// <summary>What to mend; empty when the act was done.</summary>
    public IReadOnlyList<Refusal> Refusals { get => field ?? []; }

    /// <summary>What the act gave. Asking a refused outcome for it is a bug.</summary>
    /// <exception cref="InvalidOperationException">The act was refused.</exception>
    public T Value => Succeeded ? value! : throw new InvalidOperationException($"Refused: {Refusals[0].Code}");

    public static implicit operator Outcome<T>(T value) => new(value, []);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, [refusal]);

    public static implicit operator Outcome<T>(List<Refusal> refusals) => new(default, refusals);
}

/// <summary>The value of an act that gives nothing but its success.</summary>
public readonly record struct Done;
