using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.WebEncoders;
using Shuren.Host.Web.Api;
using Shuren.Host.Web.Pages;
using Shuren.Host.Web.Watch;
using Shuren.Platform;
using Shuren.Platform.Rights;
using Shuren.Ui;

namespace Shuren.Host.Web;

/// <summary>Puts the rooms behind one address.</summary>
public static class Site
{
    private static readonly CultureInfo[] Languages = [new("zh-CN"), new("en")];

    /// <summary>Builds the site; the caller starts it.</summary>
    public static WebApplication Build(SiteOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "shuren", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(options.Urls);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(new PlainLog(options.Log ?? Console.Error, options.Clock ?? TimeProvider.System));
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // The keys lie in the data folder, which only the service's account may read; docs/operations.md says so.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        AddServices(builder.Services, options);
        var app = builder.Build();
        // They listen from the start, not from the first question.
        app.Services.GetRequiredService<MeterText>();
        app.Services.GetRequiredService<KeepingMeter>();
        Use(app);
        Map(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, SiteOptions options)
    {
        if (options.Clock is not null)
            services.AddSingleton(options.Clock);
        services.AddPlatform(options.Database, Path.Combine(options.DataFolder, "files"), House.Modules);
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "shuren";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(10);
            cookie.SlidingExpiration = true;
            cookie.LoginPath = "/sign-in";
            cookie.AccessDeniedPath = "/no-right";
        });
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddSingleton<IAuthorizationPolicyProvider, RightPolicies>();
        services.AddSingleton<IAuthorizationHandler, RightHandler>();
        AddApi(services, options.Api ?? new());
        services.AddHttpContextAccessor();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "shuren-form";
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        // A proxy on this machine says who asked and whether it was by TLS; nobody else is believed.
        services.Configure<ForwardedHeadersOptions>(forwarded => forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        services.AddRazorComponents();
        services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = BodyLimits.SignedIn);
        services.AddCascadingAuthenticationState();
        services.AddSingleton<MenuOfActor>();
        services.AddScoped<UnreadNotices>();
        services.AddSingleton<MeterText>();
        services.AddSingleton(provider => new KeepingMeter(options.DataFolder, provider.GetRequiredService<TimeProvider>()));
        // Chinese stays readable in the page source.
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<RequestLocalizationOptions>(localization =>
        {
            localization.DefaultRequestCulture = new RequestCulture(Languages[0]);
            localization.SupportedCultures = localization.SupportedUICultures = [.. Languages];
            localization.RequestCultureProviders = [ApiLanguage, new QueryStringRequestCultureProvider { QueryStringKey = "lang", UIQueryStringKey = "lang" }, new CookieRequestCultureProvider { CookieName = "shuren-lang" }];
        });
    }

    private static void AddApi(IServiceCollection services, ApiLimits limits)
    {
        services.AddSingleton(limits);
        services.AddSingleton<ApiRates>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, ApiAuthorization>();
        services.ConfigureHttpJsonOptions(json =>
        {
            // Chinese stays readable; a kind is a word that a person can type.
            json.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
            // What is missing is told and not taken for 0 or no.
            json.SerializerOptions.RespectRequiredConstructorParameters = json.SerializerOptions.RespectNullableAnnotations = true;
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        });
        ApiDocument.Add(services);
    }

    /// <summary>A program says its language in the header that is made for it; a browser has the person's own choice.</summary>
    private static CustomRequestCultureProvider ApiLanguage { get; } = new(async http =>
        TokenOfRequest.IsApi(http) ? await new AcceptLanguageHeaderRequestCultureProvider().DetermineProviderCultureResult(http) : null);

    private static void Use(WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseMiddleware<LastResort>();
        app.UseMiddleware<DistrictInAddress>();
        app.UseRequestLocalization();
        // The page that broke has used up its scope; the page that says so gets a fresh one.
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/broken", CreateScopeForErrors = true, StatusCodeSelector = LastResort.StatusOf });
        app.UseStatusCodePagesWithReExecute("/answer/{0}", createScopeForStatusCodePages: false);
        // The page that says what went wrong is read, whatever was sent: as a post it would ask for a token of its own.
        app.Use((http, next) =>
        {
            if (http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null)
                http.Request.Method = HttpMethods.Get;
            return next(http);
        });
        app.UseMiddleware<ApiProblems>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<TokenOfRequest>();
        app.UseMiddleware<BodyLimits>();
        app.UseMiddleware<ActorOfRequest>();
        app.UseAuthorization();
        app.UseMiddleware<ArchivedDistricts>();
        app.UseAntiforgery();
        app.UseMiddleware<RepeatedPosts>();
        app.UseMiddleware<UnreadOfRequest>();
    }

    private static void Map(WebApplication app)
    {
        app.MapUiAssets();
        WatchDoors.Map(app);
        ApiDocument.Map(app);
        app.MapRazorComponents<App>().AddAdditionalAssemblies([.. House.Modules.Select(module => module.GetType().Assembly)]);
        foreach (var module in House.Modules)
            module.MapDoors(app);
    }
}
