namespace Actors.Specs.Tests.Telemetry;

/// <summary>A span as the collector got it.</summary>
internal sealed record Span(string Trace, string Id, string Parent, string Name)
{
    /// <summary>Those of an ExportTraceServiceRequest.</summary>
    public static IEnumerable<Span> Of(byte[] export) =>
        from resource in Wire.All(export, 1)
        from scope in Wire.All(resource, 2)
        from span in Wire.All(scope, 2)
        select new Span(Wire.Hex(span, 1), Wire.Hex(span, 2), Wire.Hex(span, 4), Wire.Text(span, 5));

    /// <summary>The names of the metrics of an ExportMetricsServiceRequest.</summary>
    public static IEnumerable<string> Metrics(byte[] export) =>
        from resource in Wire.All(export, 1)
        from scope in Wire.All(resource, 2)
        from metric in Wire.All(scope, 2)
        select Wire.Text(metric, 1);
}
