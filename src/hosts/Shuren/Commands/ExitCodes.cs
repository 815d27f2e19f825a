namespace Shuren.Host.Commands;

/// <summary>What a command says to the shell; part of the command line's contract.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>Refused: the reason stands in words on standard error.</summary>
    public const int Refused = 1;

    /// <summary>Wrong use: the help stands on standard error.</summary>
    public const int WrongUse = 2;

    /// <summary>The machine failed (disk, database, memory).</summary>
    public const int Failed = 3;
}
