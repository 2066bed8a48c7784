using System.Diagnostics.Metrics;
using Actors.Catalog.Posters;
using Actors.Catalog.Posters.Pictures;
using Actors.Catalog.Posters.Stores;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Catalog.Tests.Posters;

/// <summary>One conversion per picture, however many events share it or arrive concurrently.</summary>
public sealed class PosterObtainTests : IAsyncLifetime
{
    private const int Callers = 200;
    private PosterSilo _silo = null!;

    public async Task InitializeAsync() => _silo = await PosterSilo.StartAsync();

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task Poster_is_named_by_its_content()
    {
        _silo.Picture("/a.jpg", Fixture.Bytes("jpg"));
        var poster = await _silo.Obtain("/a.jpg");
        poster.Failure.ShouldBeNull();
        poster.Url.ShouldBe("/posters/" + poster.Name);
        poster.Name.ShouldBe(PosterName.Of(await File.ReadAllBytesAsync(_silo.Folder.PathOf(poster.Name!))));
    }

    [Fact]
    public async Task Parallel_callers_share_one_fetch()
    {
        var release = new TaskCompletionSource();
        _silo.Upstream.OnHeld("/a.jpg", release.Task, context => Answers.WriteAsync(context, Fixture.Bytes("jpg"), "image/jpeg"));
        var callers = Enumerable.Range(0, Callers).Select(_ => _silo.Obtain("/a.jpg")).ToArray();
        await _silo.Upstream.RequestedAsync("/a.jpg");
        release.SetResult();
        var names = (await Task.WhenAll(callers)).Select(p => p.Name).Distinct().ToArray();
        names.ShouldHaveSingleItem().ShouldNotBeNull();
        (_silo.Upstream.Count("/a.jpg"), _silo.Encoder.Conversions).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Control_without_single_flight_every_caller_fetches()
    {
        _silo.Picture("/a.jpg", Fixture.Bytes("jpg"));
        var fetch = _silo.Services.GetRequiredService<PictureFetch>();
        var encoder = new CountingEncoder(new SkiaPosterEncoder());
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(async _ =>
        {
            var picture = await fetch.FetchAsync(_silo.Upstream.Url("/a.jpg"));
            var check = ImageSniffer.Check(picture.Bytes.AsMemory());
            encoder.Encode(check.Header!, check.Decodable.Span);
        }));
        (_silo.Upstream.Count("/a.jpg"), encoder.Conversions).ShouldBe((Callers, Callers));
    }

    [Fact]
    public async Task Same_bytes_are_converted_once()
    {
        var paths = Enumerable.Range(0, 20).Select(i => $"/{i}.jpg").ToArray();
        foreach (var path in paths)
            _silo.Picture(path, Fixture.Bytes("jpg"));
        var names = (await Task.WhenAll(paths.Select(_silo.Obtain))).Select(p => p.Name).Distinct();
        names.ShouldHaveSingleItem().ShouldNotBeNull();
        (_silo.Encoder.Conversions, _silo.Files().Length).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Parallel_conversions_are_limited_to_the_cores()
    {
        var paths = Enumerable.Range(0, 24).Select(i => $"/{i}.png").ToArray();
        foreach (var (path, i) in paths.Select((p, i) => (p, i)))
            _silo.Picture(path, PngBuilder.Blank(900, 700 + i, PngBuilder.Rgb));
        var posters = await Task.WhenAll(paths.Select(_silo.Obtain));
        posters.Select(p => p.Name).Distinct().Count().ShouldBe(paths.Length);
        _silo.Encoder.Most.ShouldBeLessThanOrEqualTo(Environment.ProcessorCount);
    }

    [Fact]
    public async Task Known_address_is_not_fetched_until_it_expires()
    {
        _silo.Picture("/a.jpg", Fixture.Bytes("jpg"));
        var first = await _silo.Obtain("/a.jpg");
        _silo.Clock.Advance(PosterTimes.Refetch - TimeSpan.FromMinutes(1));
        (await _silo.Obtain("/a.jpg")).ShouldBe(first);
        _silo.Upstream.Count("/a.jpg").ShouldBe(1);
        _silo.Clock.Advance(TimeSpan.FromMinutes(1));
        _silo.Picture("/a.jpg", Fixture.Bytes("gif"));
        (await _silo.Obtain("/a.jpg")).Name.ShouldNotBe(first.Name);
        _silo.Upstream.Count("/a.jpg").ShouldBe(2);
    }

    [Fact]
    public async Task Old_poster_is_used_after_a_failure()
    {
        _silo.Picture("/a.jpg", Fixture.Bytes("jpg"));
        var first = await _silo.Obtain("/a.jpg");
        _silo.Clock.Advance(PosterTimes.Refetch);
        _silo.Upstream.OnStatus("/a.jpg", 404);
        (await _silo.Obtain("/a.jpg")).ShouldBe(first);
    }

    [Fact]
    public async Task Failure_is_cached_briefly()
    {
        _silo.Upstream.OnStatus("/a.jpg", 404);
        var failed = await _silo.Obtain("/a.jpg");
        failed.ShouldBe(PosterOutcome.Failed("image host answered 404"));
        _silo.Picture("/a.jpg", Fixture.Bytes("jpg"));
        (await _silo.Obtain("/a.jpg")).ShouldBe(failed);
        _silo.Upstream.Count("/a.jpg").ShouldBe(1);
        _silo.Clock.Advance(PosterTimes.FailureMemory);
        (await _silo.Obtain("/a.jpg")).Failure.ShouldBeNull();
    }

    [Fact]
    public async Task Cached_failure_expires_despite_a_clock_set_back()
    {
        _silo.Upstream.OnStatus("/a.jpg", 404);
        (await _silo.Obtain("/a.jpg")).Failure.ShouldNotBeNull();
        _silo.Picture("/a.jpg", Fixture.Bytes("jpg"));
        _silo.Clock.SetUtcNow(_silo.Clock.GetUtcNow() - TimeSpan.FromHours(1));
        _silo.Clock.Advance(PosterTimes.FailureMemory);
        (await _silo.Obtain("/a.jpg")).Failure.ShouldBeNull();
    }

    [Fact]
    public async Task Other_content_is_refused_despite_its_name()
    {
        _silo.Upstream.OnText("/a.jpg", "<html>not found</html>", "image/jpeg");
        _silo.Upstream.OnBytes("/b.jpg", new byte[PosterLimits.MaxBytes + 1], "image/jpeg");
        (await _silo.Obtain("/a.jpg")).Failure.ShouldBe("not a JPEG, PNG, GIF, WebP or BMP image");
        (await _silo.Obtain("/b.jpg")).Failure.ShouldBe("image is larger than 15 MiB");
        _silo.Files().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ftp://example.com/a.jpg")]
    [InlineData("not an address")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://127.0.0.1:1/a.jpg")]
    public async Task Forbidden_address_is_a_failure(string address)
        => (await _silo.Grains.GetPosterSource(address).Obtain(new PosterRequest(address))).Failure.ShouldNotBeNullOrEmpty();

    [Fact]
    public async Task Metrics_are_counted()
    {
        var counts = new Dictionary<string, long>();
        using var listener = new MeterListener { InstrumentPublished = (i, l) => { if (IsOurs(i)) l.EnableMeasurementEvents(i); } };
        listener.SetMeasurementEventCallback<long>((i, n, tags, _) =>
        {
            lock (counts)
                counts[i.Name + Reason(tags)] = counts.GetValueOrDefault(i.Name + Reason(tags)) + n;
        });
        listener.Start();
        _silo.Picture("/a.jpg", Fixture.Bytes("jpg"));
        _silo.Upstream.OnText("/b.jpg", "no");
        await _silo.Obtain("/a.jpg");
        await _silo.Obtain("/a.jpg");
        await _silo.Obtain("/b.jpg");
        counts.ShouldBe(new Dictionary<string, long>
        {
            ["catalog.posters.converted"] = 1,
            ["catalog.posters.reused"] = 1,
            ["catalog.posters.refused not_an_image"] = 1,
        }, ignoreOrder: true);
    }

    private bool IsOurs(Instrument instrument)
        => instrument.Meter.Name == PosterMetrics.MeterName && ReferenceEquals(instrument.Meter.Scope, _silo.Services.GetRequiredService<IMeterFactory>());

    private static string Reason(ReadOnlySpan<KeyValuePair<string, object?>> tags) => tags.Length == 0 ? "" : " " + tags[0].Value;
}
