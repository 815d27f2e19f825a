namespace Shuren.Platform.Processes;

/// <summary>A column whose value never stands in the audit: only that it changed.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;
