using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform.Data;
using Shuren.Platform.Rights;

namespace Shuren.Platform.Doors;

/// <summary>
/// A post with an <c>Idempotency-Key</c> acts once: its answer is kept in the transaction of the act and said again to who repeats it. Another request under
/// the same key is refused. Refusals are not kept: nothing was done, so the request may be mended and sent again.
/// </summary>
internal sealed class RepeatSafe(ShurenDb db, Actor actor, TimeProvider time) : IEndpointFilter
{
    public const string Header = "Idempotency-Key";

    private const int LongestKey = 200;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method) || !http.Request.Headers.TryGetValue(Header, out var header))
            return await next(context);
        var key = header.ToString().Trim('"');
        if (key.Length is 0 or > LongestKey || key.Any(letter => letter is < '!' or > '~') || actor.AccountId is not { } account)
            return Problem.Of(StatusCodes.Status400BadRequest, new Refusal("IdempotencyKeyForm", Header, LongestKey));
        var request = await HashOfAsync(http.Request);
        if (await FindAsync(account, key, http.RequestAborted) is { } before)
            return SaidAgain(before, request);
        using var answer = new MemoryStream();
        try
        {
            await ActAsync(context, next, answer, new() { AccountId = account, Key = key, Request = request, At = time.GetUtcNow().UtcDateTime });
        }
        catch (DbUpdateException) when (!http.Response.HasStarted)
        {
            if (await FirstAsync() is { } first)
                return SaidAgain(first, request);
            throw;
        }
        if (http.Response.StatusCode >= StatusCodes.Status400BadRequest && await FirstAsync() is { } quicker)
        {
            (http.Response.ContentType, http.Response.ContentLength) = (null, null);
            return SaidAgain(quicker, request);
        }
        answer.Position = 0;
        await answer.CopyToAsync(http.Response.Body, http.RequestAborted);
        return Results.Empty;

        // The same request came twice at the same moment and the other one was first: our transaction never was.
        Task<ApiReply?> FirstAsync() => FindAsync(account, key, http.RequestAborted);
    }

    private Task<ApiReply?> FindAsync(Guid account, string key, CancellationToken ct) =>
        db.Set<ApiReply>().AsNoTracking().FirstOrDefaultAsync(reply => reply.AccountId == account && reply.Key == key, ct);

    private async Task ActAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next, MemoryStream answer, ApiReply reply)
    {
        var http = context.HttpContext;
        await using var held = db.Hold();
        var body = http.Response.Body;
        try
        {
            http.Response.Body = answer;
            if (await next(context) is IResult result)
                await result.ExecuteAsync(http);
        }
        finally
        {
            http.Response.Body = body;
        }
        if (http.Response.StatusCode >= StatusCodes.Status400BadRequest)
            return;
        reply.Take(http.Response, Encoding.UTF8.GetString(answer.ToArray()));
        await held.CommitAsync(reply, http.RequestAborted);
    }

    private static IResult SaidAgain(ApiReply reply, string request) =>
        reply.Request == request ? reply : Problem.Of(StatusCodes.Status422UnprocessableEntity, new Refusal("IdempotencyKeyReused", Header));

    // The whole request: address, and what stands in its form or body.
    private static async Task<string> HashOfAsync(HttpRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add($"{request.Method} {request.Path}{request.QueryString} {request.Headers.IfMatch}");
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            foreach (var (name, values) in form.OrderBy(field => field.Key, StringComparer.Ordinal))
                Add($"{name}={values}");
            foreach (var file in form.Files)
            {
                Add($"{file.Name}={file.FileName}");
                await AddAsync(file.OpenReadStream());
            }
        }
        else
        {
            request.Body.Position = 0;
            await AddAsync(request.Body);
            request.Body.Position = 0;
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Add(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text + "\n"));

        async Task AddAsync(Stream content) => hash.AppendData(await SHA256.HashDataAsync(content, request.HttpContext.RequestAborted));
    }
}
