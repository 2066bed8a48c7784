using Actors.Cluster.Tests.Kit;
using Actors.TestKit;

namespace Actors.Cluster.Tests.State;

/// <summary>During a rolling update, silos of each version read documents of the other.</summary>
public sealed class OlderStateTests
{
    [ClusterFact]
    public async Task Document_of_another_version_is_read_and_rewritten()
    {
        await using var cluster = await TestCluster.StartAsync(1);
        await Waiting.UntilAsync("the rollovers to store their last run", async () => await CountAsync("true") == 8);
        await cluster.Silos[0].StopAsync();
        // A newer version has an additional member; an older one lacks a member.
        await cluster.Servers.ExecuteAsync("""
            UPDATE orleansstorage SET payloadbinary = convert_to('{"Later":{"Deep":[1,2]}}', 'UTF8') WHERE graintypestring = 'rollover'
            """);

        await cluster.Silos[0].RestartReadyAsync();

        await Waiting.UntilAsync("the rollovers to run again and be stored", async () => await CountAsync("convert_from(payloadbinary, 'UTF8') NOT LIKE '%Later%'") == 8);
        (await CountAsync("version >= 2")).ShouldBe(8);

        Task<long> CountAsync(string where) => cluster.Servers.CountAsync($"orleansstorage WHERE graintypestring = 'rollover' AND {where}");
    }

    [ClusterFact]
    public async Task Invalid_document_raises_an_alarm_and_is_kept()
    {
        await using var cluster = await TestCluster.StartAsync(1);
        await Waiting.UntilAsync("the rollovers to store their last run", async () => await cluster.Servers.CountAsync("orleansstorage") >= 8);
        await cluster.Silos[0].StopAsync();
        await cluster.Servers.ExecuteAsync("UPDATE orleansstorage SET payloadbinary = convert_to('{\"cut', 'UTF8') WHERE graintypestring = 'rollover'");

        await cluster.Silos[0].RestartReadyAsync();

        await Waiting.UntilAsync("the fault to be logged", () => Task.FromResult(cluster.Silos[0].Output.Contains("JsonException", StringComparison.Ordinal)));
        await Waiting.UntilAsync("every shard to raise an alarm", async () =>
            (await cluster.Silos[0].Client.GetStringAsync("/metrics")).Contains("catalog_rollover_broken{} 8", StringComparison.Ordinal));
        (await cluster.Silos[0].IsReadyAsync()).ShouldBeTrue();
        (await cluster.Servers.CountAsync("orleansstorage WHERE graintypestring = 'rollover' AND convert_from(payloadbinary, 'UTF8') = '{\"cut'")).ShouldBe(8);
    }
}
