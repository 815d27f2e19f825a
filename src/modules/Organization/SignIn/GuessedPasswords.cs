using System.Collections.Frozen;

namespace Shuren.Organization.SignIn;

/// <summary>Passwords that guessers try first: those of at least 8 characters from the list of zxcvbn (docs/decisions/0066), and Chinese ones.</summary>
internal static class GuessedPasswords
{
    private static readonly Lazy<FrozenSet<string>> All = new(Read);

    /// <summary>Whether it stands on the list, however it is written.</summary>
    public static bool Holds(string password) => All.Value.Contains(password.ToLowerInvariant());

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(GuessedPasswords).Assembly.GetManifestResourceStream("Shuren.Organization.SignIn.common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
