using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Shuren.Platform.Doors;
using Shuren.Platform.Rights;

namespace Shuren.Host.Web.Api;

/// <summary>
/// The API in OpenAPI 3.1, made from the doors themselves. It shows no data and nothing of a district, so everybody may read it.
/// </summary>
internal sealed class ApiDocument(IServiceProvider services)
{
    public const string Address = ApiDoors.Root + "/openapi.json";

    private const string Name = "v1";

    // Written once: the doors do not change while the house runs.
    private readonly Lazy<Task<byte[]>> written = new(() => WriteAsync(services));

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<ApiDocument>();
        services.AddOpenApi(Name, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = door => door.RelativePath?.StartsWith(ApiDoors.Prefix[1..], StringComparison.Ordinal) == true;
            options.AddOperationTransformer(DescribeAsync);
            options.AddDocumentTransformer(IntroduceAsync);
        });
    }

    public static void Map(IEndpointRouteBuilder doors) => doors.MapGet(Address, async (ApiDocument document) =>
        Results.Bytes(await document.written.Value, "application/json")).AllowAnonymous().ExcludeFromDescription();

    private static async Task<byte[]> WriteAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var document = await scope.ServiceProvider.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name).GetOpenApiDocumentAsync(CancellationToken.None);
        using var json = new MemoryStream();
        await document.SerializeAsJsonAsync(json, OpenApiSpecVersion.OpenApi3_1, CancellationToken.None);
        return json.ToArray();
    }

    private static Task IntroduceAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        document.Info = new() { Title = "树人 Shuren", Version = Name, Description = "Access tokens are made under My account. See docs/how-to/use-the-api.md.", License = new() { Name = "Apache 2.0", Identifier = "Apache-2.0" } };
        document.Servers = [new() { Url = "/{district}", Description = "The district's code is the first segment of every address.", Variables = new Dictionary<string, OpenApiServerVariable> { ["district"] = new() { Default = "qinghe" } } }];
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme> { ["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "shuren_pat_…" } };
        document.Security = [new() { [new OpenApiSecuritySchemeReference("token", document)] = [] }];
        return Task.CompletedTask;
    }

    private static Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var door = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Description = string.Join(' ', door.OfType<IAuthorizeData>().Select(data => $"Right: {data.Policy?[NeedsAttribute.Prefix.Length..]}."));
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(parameter => parameter.In == ParameterLocation.Query))
            parameter.Name = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!); // a parameter has a name
        if (context.Description.HttpMethod == HttpMethods.Post)
            AddHeader(operation, "Idempotency-Key", false, "The same key with the same request acts once; its answer is said again for 24 hours.");
        if (door.OfType<ExpectsVersion>().FirstOrDefault() is { } expects)
            AddHeader(operation, "If-Match", expects.Required, "The ETag that was read: another version is refused with 412.");
        AddHeader(operation, "Accept-Language", false, "zh-CN or en: the language of words.");
        return Task.CompletedTask;
    }

    private static void AddHeader(OpenApiOperation operation, string name, bool required, string words) => (operation.Parameters ??= []).Add(new OpenApiParameter
    {
        Name = name, In = ParameterLocation.Header, Required = required, Description = words, Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    });
}
