using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Npgsql;

namespace Shuren.Host.Web.Watch;

/// <summary>
/// The log, one JSON object a line, and by its making without personal data: it writes the words of the programmer (the template of
/// the message, never the filled one), values that are numbers, moments or ids, and of a fault its types, codes and places in the code,
/// never its message, in which databases and parsers repeat what people typed.
/// </summary>
internal sealed class PlainLog(TextWriter output, TimeProvider time) : ILoggerProvider
{
    private readonly Lock gate = new();

    public ILogger CreateLogger(string categoryName) => new Line(this, categoryName);

    public void Dispose() => output.Flush();

    private string Now() => time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);

    private void Write(string line)
    {
        lock (gate)
            output.WriteLine(line);
    }

    private sealed class Line(PlainLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = new Dictionary<string, object?>
            {
                ["at"] = log.Now(),
                ["level"] = logLevel.ToString(),
                ["from"] = category,
                ["event"] = eventId.Name ?? eventId.Id.ToString(CultureInfo.InvariantCulture),
            };
            foreach (var (name, value) in state as IEnumerable<KeyValuePair<string, object?>> ?? [])
            {
                if (name == "{OriginalFormat}")
                    line["said"] = value;
                else if (IsHarmless(value))
                    line[name] = value;
            }
            if (System.Diagnostics.Activity.Current is { } activity)
                line["trace"] = activity.TraceId.ToString();
            if (exception is not null)
                line["fault"] = Chain(exception).Select(Told).ToList();
            log.Write(JsonSerializer.Serialize(line));
        }

        private static bool IsHarmless(object? value) => value is bool or int or long or double or Guid or DateTime or DateTimeOffset or TimeSpan or Enum;

        private static IEnumerable<Exception> Chain(Exception? fault)
        {
            for (; fault is not null; fault = fault.InnerException)
                yield return fault;
        }

        private static object Told(Exception fault) => new
        {
            type = fault.GetType().FullName,
            code = fault is PostgresException { SqlState: var state } ? state : fault is DbException { ErrorCode: var code } ? code.ToString(CultureInfo.InvariantCulture) : null,
            at = fault.StackTrace?.Split('\n', StringSplitOptions.TrimEntries).Take(20),
        };
    }
}
