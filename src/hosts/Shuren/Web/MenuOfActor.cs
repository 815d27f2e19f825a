using Shuren.Platform;
using Shuren.Platform.Rights;
using Shuren.Ui;
using MenuGroup = Shuren.Platform.MenuGroup;

namespace Shuren.Host.Web;

/// <summary>Puts the side menu together from the rooms: an entry without a right is absent, not greyed.</summary>
internal sealed class MenuOfActor(IEnumerable<IModule> modules)
{
    private const int PhoneEntries = 3;

    public Menu For(Actor actor)
    {
        var entries = modules.SelectMany(module => module.Menu).Where(entry => actor.Can(entry.Right)).OrderBy(entry => entry.Group).ThenBy(entry => entry.Order).ToList();
        var groups = entries.GroupBy(entry => entry.Group).Select(group => new Ui.MenuGroup(
            TitleOf(group.Key), [.. group.Select(entry => new Ui.MenuEntry(entry.Label(), entry.Href, entry.Icon))], group.Key == MenuGroup.Loop));
        var phone = entries.Where(entry => entry.Icon != "").Take(PhoneEntries).Select(entry => new Ui.MenuEntry(entry.Label(), entry.Href, entry.Icon))
            .Append(new Ui.MenuEntry(HostText.Menu, "menu", "menu"));
        return new([.. groups], [.. phone]);
    }

    private static string TitleOf(MenuGroup group) => group switch
    {
        MenuGroup.Mine => HostText.GroupMine,
        MenuGroup.Loop => HostText.GroupLoop,
        MenuGroup.Daily => HostText.GroupDaily,
        MenuGroup.Admin => HostText.GroupAdmin,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
