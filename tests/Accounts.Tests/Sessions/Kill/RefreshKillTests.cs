using Actors.Accounts.Sessions;
using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Accounts.Tests.Sessions.Kill;

/// <summary>Promise R7: whenever the program is killed, the last returned pair is still valid.</summary>
public sealed class RefreshKillTests(ITestOutputHelper output)
{
    private const int Clients = 8;
    private const int Kills = 4;

    [Fact]
    public async Task No_acknowledged_rotation_is_lost_when_the_program_is_killed()
    {
        var random = SeededRandom.Create(output);
        using var settings = new SiloSettings(("SECRET_KEY", Guid.NewGuid().ToString()));
        await using var silo = await SiloProcess.StartAsync(settings);
        var clients = Enumerable.Range(0, Clients).Select(i => new RefreshingClient(silo, $"client{i}")).ToArray();
        await Task.WhenAll(clients.Select(c => c.SignUpAsync()));
        var parents = 0;

        for (var kill = 0; kill < Kills; kill++)
        {
            var refreshing = clients.Select(c => c.RefreshUntilKilledAsync()).ToArray();
            await Task.Delay(TimeSpan.FromMilliseconds(100 + random.Next(400)), TimeProvider.System);
            var killed = TimeProvider.System.GetTimestamp();
            await silo.KillAsync();
            await Task.WhenAll(refreshing);
            var ages = await AgesAsync(settings, clients);
            parents += ages.Count(a => a == 1);
            output.WriteLine($"{clients.Sum(c => c.Acknowledged.Count)} tokens given, {ages.Count(a => a == 1)} successors unacknowledged");
            await silo.RestartAsync();
            await GoOnAsync(clients, ages, killed);
        }

        output.WriteLine($"{parents} clients were given their lost successor, or could have been");
    }

    private static async Task<int?[]> AgesAsync(SiloSettings settings, RefreshingClient[] clients)
    {
        var stored = await StoredSessions.ReadAsync(settings);
        int?[] ages = [.. clients.Select(c => stored.AgeOf(c.Acknowledged[^1]))];
        ages.ShouldAllBe(age => age != null);
        foreach (var client in clients.Where(c => c.Acknowledged.Count > 2)) stored.AgeOf(client.Acknowledged[^3]).ShouldBeNull();
        return ages;
    }

    // A client with a lost response retries with its last token; if the restart took longer than the grace period, it signs in.
    private static async Task GoOnAsync(RefreshingClient[] clients, int?[] ages, long killed)
    {
        for (var i = 0; i < clients.Length; i++)
        {
            var good = await clients[i].TryRefreshAsync();
            var inTime = TimeProvider.System.GetElapsedTime(killed) < RefreshRule.Grace - TimeSpan.FromSeconds(1);
            if (ages[i] == 0 || inTime) good.ShouldBeTrue();
            if (!good) await clients[i].SignInAsync();
        }
    }
}
