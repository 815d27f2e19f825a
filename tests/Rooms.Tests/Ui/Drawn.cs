using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.JSInterop;

namespace Shuren.Rooms.Tests.Ui;

/// <summary>Draws components to HTML as a page at /qinghe/components would, without a host.</summary>
internal static class Drawn
{
    /// <summary>The reader's language where it is not Chinese.</summary>
    public static AsyncLocal<string?> Language { get; } = new();

    public static async Task<string> Html<TComponent>(object? parameters = null, Action<IServiceCollection>? cascade = null)
        where TComponent : IComponent
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Language.Value ?? "zh-CN");
        var values = (parameters?.GetType().GetProperties() ?? []).ToDictionary(value => value.Name, value => value.GetValue(parameters));
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<NavigationManager, AtTheSheet>();
        services.AddSingleton<AntiforgeryStateProvider, FixedToken>();
        services.AddSingleton<IJSRuntime, NoScript>();
        cascade?.Invoke(services);
        await using var provider = services.BuildServiceProvider();
        await using var renderer = new HtmlRenderer(provider, provider.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(values))).ToHtmlString());
    }

    public static async Task<IDocument> Page<TComponent>(object? parameters = null, Action<IServiceCollection>? cascade = null)
        where TComponent : IComponent =>
        await new HtmlParser().ParseDocumentAsync(await Html<TComponent>(parameters, cascade));

    public static RenderFragment Words(string words) => builder => builder.AddContent(0, words);

    private sealed class AtTheSheet : NavigationManager
    {
        public AtTheSheet() => Initialize("http://localhost/qinghe/", "http://localhost/qinghe/components?all=1#old");
    }

    private sealed class FixedToken : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken GetAntiforgeryToken() => new("token", "__RequestVerificationToken");
    }

    private sealed class NoScript : IJSRuntime
    {
        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => throw new NotSupportedException(identifier);

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => throw new NotSupportedException(identifier);
    }
}
