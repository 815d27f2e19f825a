using Microsoft.Extensions.DependencyInjection;

namespace Shuren.Platform.Districts.Above;

/// <summary>
/// Something that a district can let a bureau above it know or open. Rooms name theirs; what no room names cannot be granted. People, pupils and
/// whatever is masked are never among them.
/// </summary>
/// <param name="Name">Room and thing, such as <c>planning.tasks</c>; stands in the rows, so it never changes.</param>
/// <param name="Title">Its name on the screen.</param>
/// <param name="What">What exactly will be seen, in a sentence that the one who grants it reads.</param>
public sealed record UpwardKind(string Name, Func<string> Title, Func<string> What)
{
    /// <summary>The figures that it reports, in their order; none for something that is opened.</summary>
    public IReadOnlyList<UpwardFigure> Figures { get; init; } = [];

    /// <summary>Who reckons them; null for something that is opened.</summary>
    public Type? Reporter { get; init; }

    /// <summary>Where it is opened, relative to <c>below/CODE/</c>; null for figures.</summary>
    public string? Href { get; init; }
}

/// <summary>One figure of a kind.</summary>
/// <param name="Key">Stands in the rows.</param>
/// <param name="Title">Its head in the table.</param>
/// <param name="IsShare">A share of 1, shown in percent.</param>
public sealed record UpwardFigure(string Key, Func<string> Title, bool IsShare = false);

/// <summary>Reckons the figures of a kind in the district of its scope, without names of people.</summary>
public interface IReportUp
{
    /// <summary>The figures by key; one that cannot be reckoned is left out.</summary>
    Task<IReadOnlyDictionary<string, double>> RunAsync(DateOnly day, CancellationToken ct);
}

/// <summary>Registers kinds.</summary>
public static class UpwardKinds
{
    /// <summary>Lets a kind of figures be reported upwards.</summary>
    public static IServiceCollection AddReport<TReporter>(this IServiceCollection services, string name, Func<string> title, Func<string> what, params UpwardFigure[] figures) where TReporter : class, IReportUp
    {
        services.AddScoped<TReporter>();
        return services.AddSingleton(new UpwardKind(name, title, what) { Figures = figures, Reporter = typeof(TReporter) });
    }

    /// <summary>Lets pages be opened from above.</summary>
    public static IServiceCollection AddOpening(this IServiceCollection services, string name, Func<string> title, Func<string> what, string href) =>
        services.AddSingleton(new UpwardKind(name, title, what) { Href = href });
}

/// <summary>The rights of what goes on between a bureau and the districts below it.</summary>
public static class AboveRights
{
    /// <summary>Grant and revoke what a bureau above may know and open.</summary>
    public const string Grant = "organization.grant-above";

    /// <summary>See what the districts below report, and open what they grant.</summary>
    public const string ViewBelow = "organization.view-below";
}
