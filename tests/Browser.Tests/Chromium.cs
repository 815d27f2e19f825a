using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Shuren.Browser.Tests.Chromium))]

namespace Shuren.Browser.Tests;

/// <summary>The one browser of all tests: Debian's own, or the one that <c>SHUREN_TEST_CHROMIUM</c> names. Nothing is downloaded.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The running browser.</summary>
    internal IBrowser Running => browser ?? throw new InvalidOperationException("The browser has not been started.");

    public async ValueTask InitializeAsync()
    {
        var program = Environment.GetEnvironmentVariable("SHUREN_TEST_CHROMIUM") is { Length: > 0 } named ? named : Array.Find(Places, File.Exists);
        if (program is null || !File.Exists(program))
            throw new InvalidOperationException("Chromium is missing: apt-get install chromium fonts-noto-cjk (or name a browser in SHUREN_TEST_CHROMIUM).");
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = program,
            // No sandbox: containers run as root. Chinese takes effect in what the browser says itself where chromium-l10n is installed. The rest keeps the browser from looking for a network.
            Args = ["--no-sandbox", "--disable-gpu", "--lang=zh-CN", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
