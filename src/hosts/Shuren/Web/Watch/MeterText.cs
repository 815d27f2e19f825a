using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Shuren.Host.Web.Watch;

/// <summary>
/// Listens to the meters of the runtime, the server, the database driver and the house, and says their sums in the text form that
/// Prometheus reads. Histograms give their count and sum and how many were under each bound.
/// </summary>
internal sealed class MeterText : IDisposable
{
    /// <summary>More series than this are not kept: a label that never repeats must not eat the memory.</summary>
    private const int MostSeries = 2_000;

    private static readonly double[] Bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
    private static readonly string[] Meters = ["Shuren", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql"];

    private readonly ConcurrentDictionary<(Instrument Instrument, string Labels), Series> series = new();
    private readonly MeterListener listener = new();

    public MeterText()
    {
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (Meters.Contains(instrument.Meter.Name))
                listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<byte>((instrument, value, tags, _) => Take(instrument, value, tags));
        listener.SetMeasurementEventCallback<short>((instrument, value, tags, _) => Take(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Take(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        listener.SetMeasurementEventCallback<float>((instrument, value, tags, _) => Take(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        listener.SetMeasurementEventCallback<decimal>((instrument, value, tags, _) => Take(instrument, (double)value, tags));
        listener.Start();
    }

    /// <summary>Everything as of now.</summary>
    public string Say()
    {
        listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var instrument in series.GroupBy(one => one.Key.Instrument).OrderBy(group => group.Key.Name, StringComparer.Ordinal))
        {
            var name = NameOf(instrument.Key);
            text.Append(CultureInfo.InvariantCulture, $"# TYPE {name} {KindOf(instrument.Key)}\n");
            foreach (var (key, one) in instrument.OrderBy(one => one.Key.Labels, StringComparer.Ordinal))
                one.Say(text, name, key.Labels);
        }
        return text.ToString();
    }

    public void Dispose() => listener.Dispose();

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var key = (instrument, Labels(tags));
        if (!series.TryGetValue(key, out var one))
        {
            if (series.Count >= MostSeries)
                return;
            one = series.GetOrAdd(key, _ => new Series(instrument.GetType().Name.StartsWith("Histogram", StringComparison.Ordinal)));
        }
        one.Take(value, isWhole: instrument.IsObservable || instrument.GetType().Name.StartsWith("Gauge", StringComparison.Ordinal));
    }

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in tags)
        {
            var said = Convert.ToString(value, CultureInfo.InvariantCulture)?.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal);
            text.Append(text.Length == 0 ? "" : ",").Append(Plain(name)).Append("=\"").Append(said).Append('"');
        }
        return text.ToString();
    }

    private static string NameOf(Instrument instrument)
    {
        var name = Plain(instrument.Name) + instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        return KindOf(instrument) == "counter" ? name + "_total" : name;
    }

    private static string KindOf(Instrument instrument) => instrument.GetType().Name switch
    {
        var type when type.StartsWith("Histogram", StringComparison.Ordinal) => "histogram",
        var type when type.StartsWith("Counter", StringComparison.Ordinal) || type.StartsWith("ObservableCounter", StringComparison.Ordinal) => "counter",
        _ => "gauge",
    };

    private static string Plain(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    private sealed class Series(bool isHistogram)
    {
        private readonly long[] under = new long[Bounds.Length];
        private readonly Lock gate = new();
        private double sum;
        private long count;

        public void Take(double value, bool isWhole)
        {
            lock (gate)
            {
                sum = isWhole ? value : sum + value;
                count++;
                for (var at = 0; isHistogram && at < Bounds.Length; at++)
                    under[at] += value <= Bounds[at] ? 1 : 0;
            }
        }

        public void Say(StringBuilder text, string name, string labels)
        {
            var braced = labels == "" ? "" : "{" + labels + "}";
            var before = labels == "" ? "" : labels + ",";
            lock (gate)
            {
                if (!isHistogram)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{name}{braced} {sum:R}\n");
                    return;
                }
                for (var at = 0; at < Bounds.Length; at++)
                    text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{before}le=\"{Bounds[at]:R}\"}} {under[at]}\n");
                text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{before}le=\"+Inf\"}} {count}\n{name}_sum{braced} {sum:R}\n{name}_count{braced} {count}\n");
            }
        }
    }
}
