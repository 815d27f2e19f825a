using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shuren.Organization;

namespace Shuren.Browser.Tests;

/// <summary>A person at a screen: a browser profile of their own with one page, and everything that the browser complained about.</summary>
internal sealed partial class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly Uri address;

    private Visitor(IBrowserContext context, IPage page, Uri address) => (this.context, Page, this.address) = (context, page, address);

    /// <summary>The page at hand.</summary>
    public IPage Page { get; }

    /// <summary>Errors of scripts, of the content policy and of missing files.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Where the visitor is, relative to the district.</summary>
    public string Path => new Uri(Page.Url).PathAndQuery[address.AbsolutePath.Length..];

    /// <summary>Opens a profile.</summary>
    public static async Task<Visitor> AtAsync(Uri address, IBrowser browser, BrowserNewContextOptions options)
    {
        var context = await browser.NewContextAsync(options);
        // Long, for a machine that builds something beside the tests.
        context.SetDefaultTimeout(30_000);
        // The browser says what the content policy stopped; said once more in words of our own, so that no change of its wording hides it.
        await context.AddInitScriptAsync("addEventListener('securitypolicyviolation', (stopped) => console.error(`policy: ${stopped.violatedDirective} ${stopped.blockedURI}`));");
        var visitor = new Visitor(context, await context.NewPageAsync(), address);
        visitor.Page.PageError += (_, error) => visitor.Complaints.Add($"{visitor.Page.Url}: script: {error}");
        visitor.Page.Console += (_, message) => visitor.Hear(message);
        return visitor;
    }

    /// <summary>Opens a page by its address relative to the district, or to the site when it begins with a slash.</summary>
    /// <returns>The status of the answer.</returns>
    public async Task<int> OpenAsync(string path)
    {
        var response = await Page.GotoAsync(new Uri(address, path).ToString());
        return response!.Status;
    }

    /// <summary>The words of the page's main part.</summary>
    public async Task<string> WordsAsync() => await Page.Locator("main").InnerTextAsync();

    /// <summary>Follows the link with those words in the main part, or in the part of it that is given.</summary>
    public Task FollowAsync(string words, ILocator? within = null) => LeaveByAsync((within ?? Main).GetByRole(AriaRole.Link, new() { NameRegex = Saying(words) }).First);

    /// <summary>Presses the button with those words in the main part, or in the part of it that is given.</summary>
    public Task PressAsync(string words, ILocator? within = null) => LeaveByAsync((within ?? Main).GetByRole(AriaRole.Button, new() { NameRegex = Saying(words) }).First);

    /// <summary>Fills the field with that label.</summary>
    public Task FillAsync(string label, string value, ILocator? within = null) => Field(label, within).FillAsync(value);

    /// <summary>Chooses from the list with that label.</summary>
    public Task ChooseAsync(string label, string option, ILocator? within = null) => Field(label, within).SelectOptionAsync(new SelectOptionValue { Label = option });

    /// <summary>Ticks the box with that label.</summary>
    public Task TickAsync(string label, ILocator? within = null) => (within ?? Main).GetByRole(AriaRole.Checkbox, new() { NameRegex = Saying(label) }).First.CheckAsync();

    /// <summary>Puts a file into the field with that label.</summary>
    public Task AttachAsync(string label, string name, byte[] content) => Field(label, null).SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/plain", Buffer = content });

    /// <summary>Signs in.</summary>
    public async Task SignInAsync(string name, string password)
    {
        await OpenAsync("sign-in");
        await FillAsync(OrganizationText.AccountName, name);
        await FillAsync(OrganizationText.Password, password);
        await PressAsync(OrganizationText.SignInAct);
    }

    /// <summary>Takes a password of one's own, on the page to which a one-time password leads.</summary>
    public async Task ChangePasswordAsync(string current, string chosen)
    {
        await FillAsync(OrganizationText.PasswordCurrent, current);
        await FillAsync(OrganizationText.PasswordNew, chosen);
        await FillAsync(OrganizationText.PasswordAgain, chosen);
        await PressAsync(OrganizationText.ChangePasswordAct);
    }

    /// <summary>The cookies, for another profile of the same person.</summary>
    public Task<string> SessionAsync() => context.StorageStateAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => context.DisposeAsync();

    private ILocator Main => Page.Locator("main");

    private ILocator Field(string label, ILocator? within) => (within ?? Main).GetByLabel(Saying(label)).First;

    // A text of the resources, whatever stands in its places: "下发{0}项" finds "下发29项".
    private static Regex Saying(string words) => new(string.Join(".*", Place().Split(words).Select(Regex.Escape)));

    /// <summary>Clicks and waits for the next page: without script every click that matters leads to one.</summary>
    private async Task LeaveByAsync(ILocator way)
    {
        var arrived = new TaskCompletionSource();
        void Arrive(object? sender, IFrame frame) => arrived.TrySetResult();
        Page.FrameNavigated += Arrive;
        await way.ClickAsync();
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Page.FrameNavigated -= Arrive;
        await Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }

    [GeneratedRegex(@"\{\d[^}]*\}")]
    private static partial Regex Place();

    // The browser calls an answer with 404 an error even where the page is the answer; what the page needs has its own address.
    private void Hear(IConsoleMessage message)
    {
        if (message.Type == "error" && !(message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) && message.Location.StartsWith(Page.Url, StringComparison.Ordinal)))
            Complaints.Add($"{Page.Url}: {message.Text}");
    }
}
