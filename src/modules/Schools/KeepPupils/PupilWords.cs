using System.Globalization;

namespace Shuren.Schools.KeepPupils;

/// <summary>Words for the codes of the forms about pupils.</summary>
internal static class PupilWords
{
    public static string Of<T>(T code) where T : struct, Enum => PupilText.ResourceManager.GetString($"{typeof(T).Name}_{code}", CultureInfo.CurrentUICulture) ?? SchoolWords.Of(code);
}
