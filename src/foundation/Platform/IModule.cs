using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Platform.Rights;
using Shuren.Platform.Search;

namespace Shuren.Platform;

/// <summary>The front door of a room: what the house needs to know of it, and nothing else of it is public.</summary>
public interface IModule
{
    /// <summary>The room's name in lower case: prefix of its tables, its rights and its references.</summary>
    string Name { get; }

    /// <summary>The floor on which it stands; it may ask only rooms of lower floors (docs/house.md).</summary>
    int Floor { get; }

    /// <summary>The rights it knows, each with the roles that have it.</summary>
    IReadOnlyList<RightGrant> Rights { get; }

    /// <summary>Its entries in the side menu.</summary>
    IReadOnlyList<MenuEntry> Menu { get; }

    /// <summary>The room's words, in which its refusals are said.</summary>
    IReadOnlyList<System.Resources.ResourceManager> Texts { get; }

    /// <summary>The kinds of its things that the search finds.</summary>
    IReadOnlyList<SearchKind> Search => [];

    /// <summary>Its documented read-only views, those that others read first.</summary>
    IReadOnlyList<Windows.Window> Windows => [];

    /// <summary>Registers its handlers, its room key and its answers to other rooms.</summary>
    void AddServices(IServiceCollection services);

    /// <summary>Adds its tables to the one model.</summary>
    void AddTables(ModelBuilder model);

    /// <summary>Maps its doors (API and downloads); pages are found by themselves.</summary>
    void MapDoors(IEndpointRouteBuilder doors);
}

/// <summary>One entry of the side menu, shown to those who have the right.</summary>
/// <param name="Group">Which group of the menu.</param>
/// <param name="Order">Place inside the group.</param>
/// <param name="Label">The words, in the language of the request.</param>
/// <param name="Href">Relative to the district's address.</param>
/// <param name="Right">Who sees it.</param>
/// <param name="Icon">Name of the icon on the phone's bottom bar, or empty where it does not stand there.</param>
public sealed record MenuEntry(MenuGroup Group, int Order, Func<string> Label, string Href, string Right, string Icon = "");

/// <summary>The groups of the side menu, in their order.</summary>
public enum MenuGroup
{
    /// <summary>我的.</summary>
    Mine,

    /// <summary>年度闭环.</summary>
    Loop,

    /// <summary>日常业务.</summary>
    Daily,

    /// <summary>管理.</summary>
    Admin,
}
