using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Actors.Catalog.Tests.Hostile;
using Actors.Persistence;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Actors.Catalog.Tests.Listing.Lists;

/// <summary>A list over 8 MiB, requested from a running silo.</summary>
[Collection(Alone.Name)]
[Trait("Category", "Long")]
public sealed class StreamedListHttpTests(ITestOutputHelper output) : IAsyncLifetime, IDisposable
{
    private const int Readers = 10;
    private const int SlowReaders = 300;
    private static readonly TimeSpan s_most = TimeSpan.FromSeconds(1);
    private static readonly Uri s_list = new("/catalog/events", UriKind.Relative);
    private readonly SiloSettings _settings = new(("LOG_LEVEL", "WARNING"));

    public Task InitializeAsync() => StoredList.FillAsync(_settings);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _settings.Dispose();

    [Fact]
    public async Task The_list_is_complete_in_every_coding_and_304_with_its_ETag()
    {
        await using var silo = await SiloProcess.StartAsync(_settings);

        var plain = await AskAsync(silo, null);
        var answers = new[] { await AskAsync(silo, "br"), await AskAsync(silo, "gzip") };

        output.WriteLine(string.Join("; ", answers.Append(plain).Select(a => $"{a.Coding ?? "plain"}: {a.Sent:N0} bytes, {a.Took.TotalMilliseconds:0} ms, {a.ETag}")));
        IdsIn(plain.Body).ShouldBe(Enumerable.Range(1, StoredList.Events).Select(id => (long)id));
        answers.ShouldAllBe(a => a.Body.SequenceEqual(plain.Body) && a.ETag!.IsWeak && a.ETag.Tag != plain.ETag!.Tag);
        (await AskAsync(silo, "br", answers[0].ETag)).Status.ShouldBe(HttpStatusCode.NotModified);
        using var head = await silo.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, s_list));
        (head.StatusCode, head.Headers.ETag).ShouldBe((HttpStatusCode.OK, plain.ETag));
    }

    [Fact]
    public async Task A_slow_client_holds_one_page()
    {
        await using var silo = await SiloProcess.StartAsync(_settings);
        await AskAsync(silo, null);
        var usual = await SlowestPageAsync(silo);
        var before = ResidentBytes(silo);

        await using var slow = await SlowClients.StartAsync(_settings.AddressOf(), SlowReaders, SlowClients.List, drips: false);
        var slowest = await SlowestPageAsync(silo);
        await Task.Delay(TimeSpan.FromSeconds(10), TimeProvider.System);
        var during = ResidentBytes(silo);

        output.WriteLine($"{SlowReaders} slow readers of 24 MB: {before / 1_000_000} -> {during / 1_000_000} MB; the slowest page for somebody else {usual.TotalMilliseconds:0} -> {slowest.TotalMilliseconds:0} ms");
        (during - before).ShouldBeLessThan(SlowReaders * 1_000_000L);
        slowest.ShouldBeLessThan(s_most);
    }

    [Fact]
    public async Task Changes_during_sending_leave_valid_JSON_with_each_event_once()
    {
        await using var silo = await SiloHost.StartAsync(SiloApp.Create, _settings);
        using var enough = new CancellationTokenSource();
        var writing = WriteAsync(silo.App.Services.GetRequiredService<IRowStore>(), enough.Token);

        var bodies = await Task.WhenAll(Enumerable.Range(0, Readers).Select(_ => silo.Client.GetByteArrayAsync(s_list)));

        await enough.CancelAsync();
        var written = await writing;
        output.WriteLine($"{written} events were written meanwhile");
        written.ShouldBeGreaterThan(0);
        bodies.ShouldAllBe(body => IdsIn(body).SequenceEqual(Enumerable.Range(1, StoredList.Events).Select(id => (long)id)));
    }

    [PostgresFact]
    public async Task When_the_store_is_lost_the_response_stays_incomplete()
    {
        await using var server = await PostgresServer.StartOwnAsync();
        var database = await server.CreateDatabaseAsync();
        using var settings = new SiloSettings(("LOG_LEVEL", "WARNING"), ("DATABASE_URL", database.Url));
        await StoredList.FillAsync(settings);
        await using var silo = await SiloProcess.StartAsync(settings);

        using var answer = await silo.Client.GetAsync(s_list, HttpCompletionOption.ResponseHeadersRead);
        await using var body = await answer.Content.ReadAsStreamAsync();
        await body.ReadExactlyAsync(new byte[1000]);
        await server.KillAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        await Should.ThrowAsync<Exception>(body.CopyToAsync(Stream.Null));
        using var next = await silo.Client.GetAsync(s_list);
        next.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable, "there is no kept list to serve instead");
    }

    private static async Task<TimeSpan> SlowestPageAsync(SiloProcess silo)
    {
        var slowest = TimeSpan.Zero;
        for (var i = 0; i < 100; i++)
        {
            var started = TimeProvider.System.GetTimestamp();
            using var answer = await silo.Client.GetAsync(new Uri("/catalog/events?limit=10", UriKind.Relative));
            answer.EnsureSuccessStatusCode();
            if (i > 0 && TimeProvider.System.GetElapsedTime(started) is var took && took > slowest) slowest = took;
        }

        return slowest;
    }

    private static async Task<int> WriteAsync(IRowStore rows, CancellationToken cancellationToken)
    {
        var written = 0;
        for (; !cancellationToken.IsCancellationRequested; written++) await StoredList.PutAsync(rows, 1 + (written * 7919 % StoredList.Events), "later", 1 + (written / StoredList.Events));
        return written;
    }

    private static async Task<Answer> AskAsync(SiloProcess silo, string? coding, EntityTagHeaderValue? known = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, s_list);
        if (coding is not null) request.Headers.AcceptEncoding.ParseAdd(coding);
        if (known is not null) request.Headers.IfNoneMatch.Add(known);
        var started = TimeProvider.System.GetTimestamp();
        using var answer = await silo.Client.SendAsync(request);
        var sent = await answer.Content.ReadAsByteArrayAsync();
        var took = TimeProvider.System.GetElapsedTime(started);
        return new Answer(answer.StatusCode, coding, answer.Headers.ETag, sent.Length, Unpacked(sent, answer.Content.Headers.ContentEncoding.SingleOrDefault()), took);
    }

    private static byte[] Unpacked(byte[] sent, string? coding)
    {
        using var all = new MemoryStream();
        using Stream plain = coding switch
        {
            "br" => new BrotliStream(new MemoryStream(sent), CompressionMode.Decompress),
            "gzip" => new GZipStream(new MemoryStream(sent), CompressionMode.Decompress),
            _ => new MemoryStream(sent),
        };
        plain.CopyTo(all);
        return all.ToArray();
    }

    private static IEnumerable<long> IdsIn(byte[] body) => JsonDocument.Parse(body).RootElement.EnumerateArray().Select(e => e.GetProperty("id").GetInt64());

    private static long ResidentBytes(SiloProcess silo) => File.ReadLines($"/proc/{silo.ProcessId}/status").Where(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
        .Select(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024).Single();

    private sealed record Answer(HttpStatusCode Status, string? Coding, EntityTagHeaderValue? ETag, int Sent, byte[] Body, TimeSpan Took);
}
