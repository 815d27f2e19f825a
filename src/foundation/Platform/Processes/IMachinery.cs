namespace Shuren.Platform.Processes;

/// <summary>
/// A row by which the house itself runs (a job, an event on its way, a notice): it changes with every attempt, says nothing about the
/// district, and is not audited. What people do about it (cancel, try again, choose) has rows of its own, which are.
/// </summary>
#pragma warning disable CA1040 // A marker on purpose: the audit asks for nothing else.
public interface IMachinery;
#pragma warning restore CA1040
