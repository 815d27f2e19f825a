using Shuren.Platform.Districts;

namespace Shuren.Host.Web;

/// <summary>
/// Says what is the machine's trouble and not the user's: the database is away, busy or full. Its answer is 503 and may be tried again;
/// nothing of the request was kept. Where even the page that says so cannot be drawn, a few plain words are.
/// </summary>
internal sealed partial class LastResort(RequestDelegate next, ILogger<LastResort> log)
{
    private const string Words = """
        <!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>树人 Shuren</title></head><body>
        <h1>系统暂时不能用</h1><p>数据库没有应答。刚才的内容没有保存，请一分钟后重试；一直不行，请告诉管理员。</p>
        <p lang="en">The database does not answer. Nothing was saved; try again in a minute, and tell the administrator if it goes on.</p>
        </body></html>
        """;

    /// <summary>423 for a district that was archived while somebody wrote, 503 for trouble that passes, 500 for a bug.</summary>
    public static int StatusOf(Exception fault) => fault is DistrictArchivedException ? StatusCodes.Status423Locked
        : IsMachine(fault) ? StatusCodes.Status503ServiceUnavailable
        : StatusCodes.Status500InternalServerError;

    /// <summary>Whether the machine failed and the same request may work later.</summary>
    public static bool IsMachine(Exception? fault) => fault switch
    {
        null or Microsoft.AspNetCore.Http.BadHttpRequestException => false,
        TimeoutException or IOException and not FileNotFoundException => true,
        Npgsql.NpgsqlException { IsTransient: true } => true,
        // 57P03 starting up, 53100 disk full, 53300 too many connections, 25006 read only.
        Npgsql.PostgresException { SqlState: "57P01" or "57P02" or "57P03" or "53100" or "53200" or "53300" or "25006" or "08006" } => true,
        // 5 busy, 6 locked, 8 read only, 10 input/output, 13 full, 14 cannot open.
        Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 5 or 6 or 8 or 10 or 13 or 14 } => true,
        Npgsql.NpgsqlException { InnerException: null } and not Npgsql.PostgresException => true,
        _ => IsMachine(fault.InnerException),
    };

    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (Exception fault) when (!http.Response.HasStarted && fault is not OperationCanceledException)
        {
            // The host's outermost catch: the words below are all that is left to say.
            Failed(log, fault);
            http.Response.Clear();
            http.Response.StatusCode = StatusOf(fault);
            http.Response.Headers.RetryAfter = "30";
            http.Response.ContentType = "text/html; charset=utf-8";
            await http.Response.WriteAsync(Words);
        }
    }

    [LoggerMessage(901, LogLevel.Error, "A request failed and no page could say so.")]
    private static partial void Failed(ILogger log, Exception fault);
}
