using System.Net;
using System.Text.Json.Nodes;
using Actors.TestKit;
using Microsoft.Data.Sqlite;

namespace Actors.Specs.Tests.Disk;

/// <summary>Promise R14 on the catalogue's routes: with a failing disk requests are refused as documented, no acknowledged write is lost, and lists are served.</summary>
public sealed class DiskFaultTests : IAsyncLifetime
{
    private const int Full = 13, ReadOnly = 8, InputOutput = 10, WriteFailed = 778, ReadFailed = 266;
    private readonly DiskFaults _disk = new();
    private FakeUpstream _site = null!;
    private SiloHost _silo = null!;

    private HttpClient Client => _silo.Client;

    public async Task InitializeAsync()
    {
        _site = await FakeUpstream.StartAsync();
        _silo = await SiloHost.StartAsync(SiloApp.Create, new SiloSettings(("OUTBOUND_ALLOW", _site.AllowEntry)), _disk.Into);
    }

    public async Task DisposeAsync()
    {
        (_disk.Reads, _disk.Writes, _disk.Answers) = (null, null, null);
        await _silo.DisposeAsync();
        _silo.Settings.Dispose();
        await _site.DisposeAsync();
    }

    [Theory]
    [InlineData(Full, Full)]
    [InlineData(ReadOnly, ReadOnly)]
    [InlineData(InputOutput, WriteFailed)]
    public async Task A_write_that_fails_is_refused_as_documented(int code, int extended)
    {
        var (known, other, third) = (_site.NewEvent(), _site.NewEvent(), _site.NewEvent());
        (await Client.ResultsAsync(known)).Status.ShouldBe(HttpStatusCode.Accepted);
        _disk.Writes = new SqliteException("the disk", code, extended);

        (await Client.ResultsAsync(other, known)).ShouldBe((HttpStatusCode.ServiceUnavailable, """{"detail":"Service Unavailable"}"""));
        (await Client.BatchAsync(other)).ShouldBe((HttpStatusCode.InternalServerError, """{"detail":"failed to process batch"}"""));
        (await Client.UploadAsync(third)).ShouldBe((HttpStatusCode.InternalServerError, """{"detail":"failed to save event"}"""));
        (await Client.ListedAsync(1)).ShouldBe([DiskKit.UuidOf(known)], "what is stored can still be read");

        _disk.Writes = null;
        JsonNode.Parse((await Client.ResultsAsync(known, other, third)).Body)!["sent"]!.GetValue<int>().ShouldBe(2);
        (await Client.ListedAsync(3)).ShouldBe([DiskKit.UuidOf(known), DiskKit.UuidOf(other), DiskKit.UuidOf(third)], ignoreOrder: true);
    }

    [Fact]
    public async Task While_reads_fail_cached_lists_are_served_with_their_age()
    {
        await Client.ResultsAsync(_site.NewEvent());
        await Client.ListedAsync(1);
        var before = await Client.ListAsync();
        _disk.Reads = new SqliteException("the disk", InputOutput, ReadFailed);

        await Task.Delay(TimeSpan.FromSeconds(2.1), TimeProvider.System);
        var during = await Client.ListAsync();

        (during.Status, during.Body, during.ETag).ShouldBe((HttpStatusCode.OK, before.Body, before.ETag));
        during.Age.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1));
        (await Client.ListAsync("?type=sport")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        _disk.Reads = null;
        await Task.Delay(TimeSpan.FromSeconds(1.1), TimeProvider.System);
        (await Client.ListAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_repeated_write_whose_answer_was_lost_is_stored_once()
    {
        var one = _site.NewEvent();
        _disk.Answers = new SqliteException("the disk", InputOutput, WriteFailed);
        (await Client.UploadAsync(one)).Status.ShouldBe(HttpStatusCode.InternalServerError);
        _disk.Answers = null;

        (await Client.UploadAsync(one)).Body.ShouldContain("\"detail\":");

        (await Client.ListedAsync(1)).ShouldBe([DiskKit.UuidOf(one)]);
    }

    [Fact]
    public async Task Control_A_lying_store_loses_acknowledged_writes()
    {
        var (kept, lost) = (_site.NewEvent(), _site.NewEvent());
        await Client.UploadAsync(kept);
        _disk.Lies = true;
        (await Client.UploadAsync(lost)).Status.ShouldBe(HttpStatusCode.Created);

        (await Client.ListedAsync(2)).ShouldBe([DiskKit.UuidOf(kept)]);
    }
}
