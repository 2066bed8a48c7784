using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Actors.Cluster.Tests.Accounts.Kit;
using Actors.Cluster.Tests.Faults;
using Actors.Cluster.Tests.Kit;
using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Cluster.Tests.Accounts;

/// <summary>
/// Promise R7 while silos are killed: an acknowledged token is the current or the previous one of its session, and no client is signed out.
/// </summary>
[Collection(KilledSilosCollection.Name)]
public sealed class RefreshUnderKillTests(KilledSilos killed, ITestOutputHelper output)
{
    private const int Clients = 12;
    private const int Kills = 4;
    // The time in which a client may repeat a token after a lost response.
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(10);

    [ClusterFact]
    public async Task Kills_sign_no_client_out()
    {
        var random = SeededRandom.Create(output);
        var cluster = await killed.StartedAsync();
        var clients = await ClientsAsync(cluster, random);
        using var stopping = new CancellationTokenSource();
        var running = Task.WhenAll(clients.Select(client => client.RunAsync(stopping.Token)));
        for (var kill = 0; kill < Kills; kill++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(200, 1000)), TimeProvider.System);
            var victim = cluster.Silos[kill % 2];
            await victim.KillAsync();
            var took = await RecoveryAsync(clients, Stopwatch.GetTimestamp());
            output.WriteLine($"kill {kill + 1}: the last of {Clients} clients had a new pair after {took.TotalSeconds:0.00} s");
            took.ShouldBeLessThan(s_grace);
            await victim.RestartReadyAsync();
        }

        // The last kill happens when the other silo is just back; lost responses are not repeated.
        await cluster.Silos[0].KillAsync();
        await stopping.CancelAsync();
        await running;
        clients.ShouldAllBe(client => client.Refused == null);
        var parents = await ClientsWithParentTokenAsync(cluster, clients);
        output.WriteLine($"{clients.Sum(c => c.Acknowledged)} pairs acknowledged, {clients.Sum(c => c.Failed)} requests without; after the last kill {Clients - parents} of the acknowledged are current, {parents} parents");
        foreach (var client in clients)
            (await AnsweredAsync(cluster.Silos[1], client.Token)).ShouldBe(HttpStatusCode.OK);
        (await cluster.Servers.CountAsync("security_events WHERE kind = 'refresh_reused'")).ShouldBe(0);
        await cluster.Silos[0].RestartReadyAsync();
    }

    private static async Task<List<Refresher>> ClientsAsync(TestCluster cluster, Random random)
    {
        var clients = new List<Refresher>();
        for (var n = 0; n < Clients; n++)
        {
            var token = (await cluster.Silos[n % 2].RegisterAndSignInAsync($"client{n}@example.com")).RefreshToken!;
            clients.Add(new Refresher(token, cluster.Silos, new Random(random.Next())));
        }

        return clients;
    }

    private static async Task<TimeSpan> RecoveryAsync(List<Refresher> clients, long killed)
    {
        await Waiting.UntilAsync("all clients to have a new pair", () =>
            Task.FromResult(clients.TrueForAll(client => client.HasAnswerSince(killed) || client.Refused is not null)));
        clients.ShouldAllBe(client => client.Refused == null);
        return Stopwatch.GetElapsedTime(killed);
    }

    // The number of clients whose token is the parent of the session's current token; all others must have the current one.
    private static async Task<int> ClientsWithParentTokenAsync(TestCluster cluster, List<Refresher> clients)
    {
        var parents = 0;
        foreach (var client in clients)
        {
            var current = await HoldsAsync("CurrentHash", client);
            var parent = await HoldsAsync("ParentHash", client);
            (current + parent).ShouldBe(1);
            parents += (int)parent;
        }

        return parents;

        Task<long> HoldsAsync(string member, Refresher client) =>
            cluster.Servers.CountAsync($"accounts WHERE position('\"{member}\":\"{HashOf(client.Token)}\"' in document) > 0");
    }

    private static string HashOf(string token) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private async Task<HttpStatusCode> AnsweredAsync(SiloProcess silo, string token)
    {
        var status = HttpStatusCode.ServiceUnavailable;
        try
        {
            await Waiting.UntilAsync("an answer to a refresh", async () => (status = (await silo.RefreshAsync(token)).Status) is not (0 or HttpStatusCode.ServiceUnavailable));
        }
        catch (TimeoutException)
        {
            output.WriteLine($"{status}, silo gone: {silo.HasExited}; {silo.Output}");
            throw;
        }

        return status;
    }
}
