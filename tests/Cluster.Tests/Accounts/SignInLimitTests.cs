using System.Net;
using Actors.Cluster.Tests.Accounts.Kit;
using Actors.Cluster.Tests.Kit;
using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Cluster.Tests.Accounts;

/// <summary>Promise S13: a limit is one for the whole cluster. A limiter counts in memory: when its silo dies it counts from nothing elsewhere.</summary>
public sealed class SignInLimitTests(ITestOutputHelper output)
{
    // What the policy "sign-in" grants a network a minute.
    private const int Limit = 20;
    private const int Attempts = 2 * Limit;
    // The killed silo takes the limiters with it whose place in the directory of grains it kept as well, which may be nearly all of its ring: with
    // three silos and so many networks some are left in 499 of 500 runs.
    private const int Networks = 48;
    // Refused for what it is, after the limit and before a password is hashed: all networks are through well within a minute.
    private const string Cheap = "not an address";
    private static readonly (string, string?)[] s_limited = [("RATE_LIMIT", "on"), ("TRUSTED_PROXIES", "127.0.0.1")];

    [ClusterFact]
    public async Task Attempts_split_over_both_silos_are_counted_together()
    {
        await using var cluster = await TestCluster.StartAsync(2, s_limited);

        (await GrantedAsync(cluster.Silos, "203.0.113.7")).ShouldBe(Limit);

        (await GrantedAsync(cluster.Silos, "203.0.113.8")).ShouldBe(Limit, "another network has its own");
        // Only the last address is the proxy's word; what a client wrote before it changes nothing, at either silo.
        foreach (var silo in cluster.Silos)
            (await silo.SignInAsync("more@example.com", "198.51.100.9, 203.0.113.7")).Status.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [ClusterFact]
    public async Task Silos_that_are_no_cluster_count_apart()
    {
        await using var apart = await TestCluster.StartApartAsync(changes: s_limited);

        // Two clusters on one database would also contend for the audit log, which these attempts do not reach.
        (await GrantedAsync(apart.Silos, "203.0.113.7", Cheap)).ShouldBe(Attempts);
    }

    [ClusterFact]
    public async Task A_limiter_whose_silo_dies_starts_anew_and_the_others_go_on()
    {
        await using var cluster = await TestCluster.StartAsync(3, s_limited);
        foreach (var network in Enumerable.Range(1, Networks))
            (await GrantedAsync(cluster.Silos, Exhausted(network), Cheap)).ShouldBe(Limit);
        foreach (var network in Enumerable.Range(1, Networks))
            await SignInAsync(cluster.Silos[0], Touched(network));
        var killed = TimeProvider.System.GetTimestamp();
        await cluster.Silos[1].KillAsync();
        foreach (var network in Enumerable.Range(1, Networks))
            await Waiting.UntilAsync("the limiter to answer", async () => await SignInAsync(cluster.Silos[0], Touched(network)) != HttpStatusCode.ServiceUnavailable);
        output.WriteLine($"limiters answered {TimeProvider.System.GetElapsedTime(killed).TotalSeconds:0.00} s after the kill");

        var granted = new List<int>();
        foreach (var network in Enumerable.Range(1, Networks))
            granted.Add(await GrantedAsync([cluster.Silos[0]], Exhausted(network), Cheap));

        output.WriteLine($"of {Networks} limiters {granted.Count(count => count > 0)} were on the killed silo");
        granted.ShouldAllBe(count => count == 0 || count == Limit);
        granted.ShouldContain(Limit);
        granted.ShouldContain(0);
    }

    private static string Exhausted(int network) => $"203.0.113.{network}";

    private static string Touched(int network) => $"198.51.100.{network}";

    private static async Task<HttpStatusCode> SignInAsync(SiloProcess silo, string network) => (await silo.SignInAsync(Cheap, network)).Status;

    /// <summary>How many of forty attempts at once, each at a name of its own unless one is given, are looked at.</summary>
    private static async Task<int> GrantedAsync(IReadOnlyList<SiloProcess> silos, string network, string? email = null)
    {
        var looked = email is null ? HttpStatusCode.Unauthorized : HttpStatusCode.UnprocessableEntity;
        var replies = await silos.AllAtOnceAsync(Attempts, (silo, n) => silo.SignInAsync(email ?? $"nobody{n}@example.com", network));
        replies.ShouldAllBe(reply => reply.Status == looked || reply.Status == HttpStatusCode.TooManyRequests);
        return replies.Count(reply => reply.Status == looked);
    }
}
