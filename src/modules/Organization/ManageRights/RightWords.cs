using System.Globalization;
using Shuren.Platform;

namespace Shuren.Organization.ManageRights;

/// <summary>The names of rights as shown: each room's words under <c>Right_planning_edit</c> and so on; the code where a room has none.</summary>
internal sealed class RightWords(IEnumerable<IModule> modules) : IHandler
{
    public string Of(string right) =>
        modules.SelectMany(module => module.Texts).Select(text => text.GetString(KeyOf(right), CultureInfo.CurrentUICulture)).FirstOrDefault(words => words is not null) ?? right;

    /// <summary>The key in the room's resource.</summary>
    public static string KeyOf(string right) => "Right_" + right.Replace('.', '_').Replace('-', '_');
}
