using System.Net;
using System.Text.Json.Nodes;
using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Specs.Tests.Disk;

/// <summary>Promise R14 on a real full disk, with a silo that is killed while it is full.</summary>
public sealed class FullDiskTests(ITestOutputHelper output) : IDisposable
{
    private const int PerBatch = 20, Most = 4000, DescriptionLength = 4000, Ballast = 3 << 20;
    private readonly SmallDisk _disk = new();
    private readonly HashSet<string> _acknowledged = [];

    public void Dispose() => _disk.Dispose();

    [SmallDiskFact]
    public async Task A_full_disk_refuses_writes_and_loses_nothing()
    {
        await using var site = await FakeUpstream.StartAsync();
        using var settings = new SiloSettings(("OUTBOUND_ALLOW", site.AllowEntry), ("DATA_DIR", _disk.Folder), ("LOG_LEVEL", "WARNING"));
        await File.WriteAllBytesAsync(Path.Combine(_disk.Folder, "ballast"), new byte[Ballast]);
        await using var silo = await SiloProcess.StartAsync(settings);

        var client = silo.Client;
        (await UntilRefusedAsync(site, PerBatch, events => client.ResultsAsync(events)))
            .ShouldBe((HttpStatusCode.ServiceUnavailable, """{"detail":"Service Unavailable"}"""));
        (await UntilRefusedAsync(site, 1, events => client.BatchAsync(events)))
            .ShouldBe((HttpStatusCode.InternalServerError, """{"detail":"failed to process batch"}"""));
        (await UntilRefusedAsync(site, 1, events => client.UploadAsync(events[0])))
            .ShouldBe((HttpStatusCode.InternalServerError, """{"detail":"failed to save event"}"""));
        output.WriteLine($"{_acknowledged.Count} events were acknowledged before the disk was full");
        _acknowledged.ShouldBeSubsetOf(await client.ListedAsync(_acknowledged.Count));

        await silo.KillAsync();
        File.Delete(Path.Combine(_disk.Folder, "ballast"));
        await silo.RestartAsync();
        _acknowledged.ShouldBeSubsetOf(await client.ListedAsync(_acknowledged.Count));
        (await client.UploadAsync(site.NewEvent())).Status.ShouldBe(HttpStatusCode.Created);
    }

    /// <summary>Sends batches of this size until one is refused, and returns the refusal.</summary>
    private async Task<(HttpStatusCode Status, string Body)> UntilRefusedAsync(
        FakeUpstream site, int atOnce, Func<JsonNode[], Task<(HttpStatusCode Status, string Body)>> send)
    {
        for (var sent = 0; sent < Most; sent += atOnce)
        {
            JsonNode[] events = [.. Enumerable.Range(0, atOnce).Select(_ => site.NewEvent(DescriptionLength))];
            var answer = await send(events);
            if (answer.Status is not (HttpStatusCode.Accepted or HttpStatusCode.Created)) return answer;
            answer.Body.ShouldNotContain("failed\":[{", customMessage: answer.Body);
            _acknowledged.UnionWith(events.Select(DiskKit.UuidOf));
        }

        throw new InvalidOperationException("The disk never was full.");
    }
}
