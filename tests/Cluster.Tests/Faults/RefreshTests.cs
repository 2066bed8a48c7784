using Actors.Cluster.Tests.Kit;
using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Cluster.Tests.Faults;

/// <summary>Promise R7 with two silos.</summary>
[Collection(KilledSilosCollection.Name)]
public sealed class RefreshTests(KilledSilos killed, ITestOutputHelper output)
{
    private const int Rounds = 12;

    [ClusterFact]
    public async Task Token_pair_survives_a_kill_of_its_silo()
    {
        var random = SeededRandom.Create(output);
        var cluster = await killed.StartedAsync();
        var token = await new Person("killed@example.com").RefreshTokenAsync(cluster.Silos[0]);
        for (var round = 0; round < Rounds; round++)
        {
            var refreshing = Person.TryRefreshAsync(cluster.Silos[round % 2], token);
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(20)), TimeProvider.System);
            var victim = cluster.Silos[random.Next(2)];
            if (round % 3 == 2) await victim.KillAsync();
            var survivor = cluster.Silos.First(silo => !silo.HasExited);
            // Lost responses are requested again with the same token within ten seconds, while it gives the same pair.
            var pair = await refreshing ?? await Person.TryRefreshAsync(survivor, token);
            pair.ShouldNotBeNull($"round {round}");
            (await Person.IsKnownAsync(survivor, pair.Value.Access)).ShouldBeTrue($"round {round}");
            token = pair.Value.Refresh;
            if (victim.HasExited) await victim.RestartReadyAsync();
        }
    }
}
