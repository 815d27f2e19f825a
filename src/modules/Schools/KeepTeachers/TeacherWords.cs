using System.Globalization;
using Shuren.Schools.Rolls;
using Shuren.Ui;

namespace Shuren.Schools.KeepTeachers;

/// <summary>Words and choices of the forms about teachers.</summary>
internal static class TeacherWords
{
    public static string Of<T>(T code) where T : struct, Enum => TeacherText.ResourceManager.GetString($"{typeof(T).Name}_{code}", CultureInfo.CurrentUICulture) ?? SchoolWords.Of(code);

    /// <summary>The values of a code in their order.</summary>
    public static IReadOnlyList<Choice> Choices<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => new Choice(value.ToString(), Of(value)))];

    /// <summary>The entries of a code table of the rolls.</summary>
    public static IReadOnlyList<Choice> Codes(string table) =>
        [.. RollBook.Codes[table].Entries.Select(entry => new Choice(entry.Value, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? entry.NameEn : entry.Name))];
}
