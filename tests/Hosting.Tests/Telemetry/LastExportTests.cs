using System.Diagnostics;
using Actors.Hosting.Telemetry;
using Actors.TestKit;
using Microsoft.Extensions.Logging.Abstractions;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Actors.Hosting.Tests.Telemetry;

/// <summary>The last exports of traces and of metrics wait for a slow collector at the same time.</summary>
public sealed class LastExportTests : IDisposable
{
    private readonly Barrier _both = new(2);
    private readonly TracerProvider _traces;
    private readonly MeterProvider _metrics;
    private TimeSpan _patience = Waiting.Patience;
    private int _met;

    public LastExportTests()
    {
        _traces = Sdk.CreateTracerProviderBuilder().AddProcessor(new SimpleActivityExportProcessor(new Exporter<Activity>(Meet))).Build();
        _metrics = Sdk.CreateMeterProviderBuilder().AddReader(new BaseExportingMetricReader(new Exporter<Metric>(Meet))).Build();
    }

    [Fact]
    public async Task They_end_side_by_side()
    {
        using var export = new LastExport(_traces, _metrics, NullLogger<LastExport>.Instance);
        await export.StopAsync(CancellationToken.None).Within("the end of both");
        _met.ShouldBe(2);
    }

    // The control: what the container does.
    [Fact]
    public void One_after_the_other_they_do_not_meet()
    {
        _patience = TimeSpan.Zero;
        _traces.Dispose();
        _metrics.Dispose();
        _met.ShouldBe(0);
    }

    public void Dispose()
    {
        _traces.Dispose();
        _metrics.Dispose();
        _both.Dispose();
    }

    // Blocks as a collector does that does not answer.
    private void Meet()
    {
        if (_both.SignalAndWait(_patience)) Interlocked.Increment(ref _met);
    }

    private sealed class Exporter<T>(Action ends) : BaseExporter<T>
        where T : class
    {
        public override ExportResult Export(in Batch<T> batch) => ExportResult.Success;

        protected override bool OnShutdown(int timeoutMilliseconds)
        {
            ends();
            return true;
        }
    }
}
