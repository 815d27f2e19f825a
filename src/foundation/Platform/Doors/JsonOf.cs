using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Shuren.Platform.Doors;

/// <summary>The one way in which the API writes JSON.</summary>
internal static class JsonOf
{
    public static JsonSerializerOptions Options(HttpContext http) => http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
}
