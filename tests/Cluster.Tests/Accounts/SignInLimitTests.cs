using System.Net;
using Actors.Cluster.Tests.Accounts.Kit;
using Actors.Cluster.Tests.Kit;
using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Cluster.Tests.Accounts;

/// <summary>
/// Promise S13: limits are shared by the whole cluster. Limiters count in memory: after a crash of their silo they start from zero elsewhere.
/// </summary>
public sealed class SignInLimitTests(ITestOutputHelper output)
{
    // The limit of the policy "sign-in" per network and minute.
    private const int Limit = 20;
    private const int Attempts = 2 * Limit;
    // A killed silo also loses the limiters whose directory entries it held, which may be almost all of its ring. With three silos and this many
    // networks, some limiters survive in 499 of 500 runs.
    private const int Networks = 48;
    // Refused after the limiter and before any password hash, so that all networks are done well within a minute.
    private const string InvalidEmail = "not an address";
    private static readonly (string, string?)[] s_limited = [("RATE_LIMIT", "on"), ("TRUSTED_PROXIES", "127.0.0.1")];

    [ClusterFact]
    public async Task Both_silos_share_a_limit()
    {
        await using var cluster = await TestCluster.StartAsync(2, s_limited);

        (await GrantedAsync(cluster.Silos, "203.0.113.7")).ShouldBe(Limit);

        (await GrantedAsync(cluster.Silos, "203.0.113.8")).ShouldBe(Limit, "each network has its own limit");
        // Only the address added by the proxy counts; addresses sent by the client are ignored at both silos.
        foreach (var silo in cluster.Silos)
            (await silo.SignInAsync("more@example.com", "198.51.100.9, 203.0.113.7")).Status.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [ClusterFact]
    public async Task Control_separate_silos_count_separately()
    {
        await using var apart = await TestCluster.StartApartAsync(changes: s_limited);

        // Two clusters on one database would also contend for the audit log, but these requests do not write to it.
        (await GrantedAsync(apart.Silos, "203.0.113.7", InvalidEmail)).ShouldBe(Attempts);
    }

    [ClusterFact]
    public async Task Crash_resets_only_the_limiters_of_the_lost_silo()
    {
        await using var cluster = await TestCluster.StartAsync(3, s_limited);
        foreach (var network in Enumerable.Range(1, Networks))
            (await GrantedAsync(cluster.Silos, Exhausted(network), InvalidEmail)).ShouldBe(Limit);
        foreach (var network in Enumerable.Range(1, Networks))
            await SignInAsync(cluster.Silos[0], Touched(network));
        var killed = TimeProvider.System.GetTimestamp();
        await cluster.Silos[1].KillAsync();
        foreach (var network in Enumerable.Range(1, Networks))
            await Waiting.UntilAsync("the limiter to answer", async () => await SignInAsync(cluster.Silos[0], Touched(network)) != HttpStatusCode.ServiceUnavailable);
        output.WriteLine($"limiters answered {TimeProvider.System.GetElapsedTime(killed).TotalSeconds:0.00} s after the kill");

        var granted = new List<int>();
        foreach (var network in Enumerable.Range(1, Networks))
            granted.Add(await GrantedAsync([cluster.Silos[0]], Exhausted(network), InvalidEmail));

        output.WriteLine($"of {Networks} limiters {granted.Count(count => count > 0)} were on the killed silo");
        granted.ShouldAllBe(count => count == 0 || count == Limit);
        granted.ShouldContain(Limit);
        granted.ShouldContain(0);
    }

    private static string Exhausted(int network) => $"203.0.113.{network}";

    private static string Touched(int network) => $"198.51.100.{network}";

    private static async Task<HttpStatusCode> SignInAsync(SiloProcess silo, string network) => (await silo.SignInAsync(InvalidEmail, network)).Status;

    /// <summary>The number of parallel attempts that pass the limiter; each has its own user name unless one is given.</summary>
    private static async Task<int> GrantedAsync(IReadOnlyList<SiloProcess> silos, string network, string? email = null)
    {
        var allowed = email is null ? HttpStatusCode.Unauthorized : HttpStatusCode.UnprocessableEntity;
        var replies = await silos.AllAtOnceAsync(Attempts, (silo, n) => silo.SignInAsync(email ?? $"nobody{n}@example.com", network));
        replies.ShouldAllBe(reply => reply.Status == allowed || reply.Status == HttpStatusCode.TooManyRequests);
        return replies.Count(reply => reply.Status == allowed);
    }
}
