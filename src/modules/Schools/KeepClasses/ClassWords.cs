using System.Globalization;
using Shuren.Schools.Model;

namespace Shuren.Schools.KeepClasses;

/// <summary>Words for the codes of classes.</summary>
internal static class ClassWords
{
    public static string Of(ClassKind kind) => ClassText.ResourceManager.GetString($"ClassKind_{kind}", CultureInfo.CurrentUICulture)!; // each has its word
}
