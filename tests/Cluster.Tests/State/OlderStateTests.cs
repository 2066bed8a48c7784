using Actors.Cluster.Tests.Kit;
using Actors.TestKit;

namespace Actors.Cluster.Tests.State;

/// <summary>While silos of two versions run side by side, each reads documents that the other wrote.</summary>
public sealed class OlderStateTests
{
    [ClusterFact]
    public async Task A_document_of_another_version_is_read_and_written_anew()
    {
        await using var cluster = await TestCluster.StartAsync(1);
        await Waiting.UntilAsync("the hourly passes to store when they ran", async () => await CountAsync("true") == 8);
        await cluster.Silos[0].StopAsync();
        // A newer version knows a member that this one does not; an older one lacks what this one knows.
        await cluster.Servers.ExecuteAsync("""
            UPDATE orleansstorage SET payloadbinary = convert_to('{"Later":{"Deep":[1,2]}}', 'UTF8') WHERE graintypestring = 'rollover'
            """);

        await cluster.Silos[0].ComeBackAsync();

        await Waiting.UntilAsync("the passes to run again and be stored", async () => await CountAsync("convert_from(payloadbinary, 'UTF8') NOT LIKE '%Later%'") == 8);
        (await CountAsync("version >= 2")).ShouldBe(8);

        Task<long> CountAsync(string where) => cluster.Servers.CountAsync($"orleansstorage WHERE graintypestring = 'rollover' AND {where}");
    }

    [ClusterFact]
    public async Task A_document_that_is_none_is_an_alarm_and_neither_taken_for_an_empty_one_nor_the_end_of_the_silo()
    {
        await using var cluster = await TestCluster.StartAsync(1);
        await Waiting.UntilAsync("the hourly passes to store when they ran", async () => await cluster.Servers.CountAsync("orleansstorage") >= 8);
        await cluster.Silos[0].StopAsync();
        await cluster.Servers.ExecuteAsync("UPDATE orleansstorage SET payloadbinary = convert_to('{\"cut', 'UTF8') WHERE graintypestring = 'rollover'");

        await cluster.Silos[0].ComeBackAsync();

        await Waiting.UntilAsync("the fault to be logged", () => Task.FromResult(cluster.Silos[0].Output.Contains("JsonException", StringComparison.Ordinal)));
        await Waiting.UntilAsync("every shard to be an alarm", async () =>
            (await cluster.Silos[0].Client.GetStringAsync("/metrics")).Contains("catalog_rollover_broken{} 8", StringComparison.Ordinal));
        (await cluster.Silos[0].IsReadyAsync()).ShouldBeTrue();
        (await cluster.Servers.CountAsync("orleansstorage WHERE graintypestring = 'rollover' AND convert_from(payloadbinary, 'UTF8') = '{\"cut'")).ShouldBe(8);
    }
}
