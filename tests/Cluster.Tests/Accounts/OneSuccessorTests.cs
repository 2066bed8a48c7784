using System.Net;
using Actors.Cluster.Tests.Accounts.Kit;
using Actors.Cluster.Tests.Kit;
using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Cluster.Tests.Accounts;

/// <summary>Promise R7: a refresh token has one successor at all silos, and a late reuse ends the session at all of them.</summary>
[Collection(TwoSilosCollection.Name)]
public sealed class OneSuccessorTests(TwoSilos two, ITestOutputHelper output)
{
    private const int Parallel = 20;
    private static readonly TimeSpan s_afterGrace = TimeSpan.FromSeconds(11);

    [ClusterFact]
    public async Task Parallel_refreshes_at_both_silos_get_the_same_response()
    {
        var silos = await two.SilosAsync();
        var token = (await silos[0].RegisterAndSignInAsync("same@example.com")).RefreshToken!;

        var started = TimeProvider.System.GetTimestamp();
        var replies = await silos.AllAtOnceAsync(Parallel, (silo, _) => silo.RefreshAsync(token));

        output.WriteLine($"{Parallel} refreshes took {TimeProvider.System.GetElapsedTime(started).TotalMilliseconds:0} ms");
        replies.ShouldAllBe(reply => reply.Status == HttpStatusCode.OK);
        replies.Select(reply => (reply.Body, reply.RefreshToken)).Distinct().ShouldHaveSingleItem();
        replies[0].RefreshToken.ShouldNotBe(token);
        foreach (var silo in silos)
            (await silo.PingAsync(replies[0].AccessToken)).ShouldBe(HttpStatusCode.OK);
    }

    [ClusterFact]
    public async Task Late_reuse_ends_the_session_at_both_silos_and_is_logged_once()
    {
        var cluster = await two.StartedAsync();
        var silos = cluster.Silos;
        var old = (await silos[0].RegisterAndSignInAsync("reused@example.com")).RefreshToken!;
        var other = await silos[1].SignedInAsync("reused@example.com");
        var current = await silos[0].RefreshAsync(old);
        foreach (var silo in silos)
            (await silo.PingAsync(current.AccessToken)).ShouldBe(HttpStatusCode.OK);
        await Task.Delay(s_afterGrace, TimeProvider.System);

        var replies = await silos.AllAtOnceAsync(Parallel, (silo, _) => silo.RefreshAsync(old));

        replies.ShouldAllBe(reply => reply.Status == HttpStatusCode.Unauthorized);
        foreach (var silo in silos)
        {
            (await silo.PingAsync(current.AccessToken)).ShouldBe(HttpStatusCode.Unauthorized);
            (await silo.RefreshAsync(current.RefreshToken!)).Status.ShouldBe(HttpStatusCode.Unauthorized);
            (await silo.PingAsync(other.AccessToken)).ShouldBe(HttpStatusCode.OK, "the other session of the account stays valid");
        }

        (await cluster.Servers.CountAsync("security_events WHERE kind = 'refresh_reused'")).ShouldBe(1);
    }

    [ClusterFact]
    public async Task Two_activations_of_an_account_acknowledge_one_pair()
    {
        var apart = await two.ApartAsync();
        var token = (await apart.Silos[0].RegisterAndSignInAsync("twice@example.com")).RefreshToken!;
        // Both silos now have the account in memory, with its state before the rotation.
        var before = await apart.Silos[1].SignedInAsync("twice@example.com");
        (await apart.Silos[1].PingAsync(before.AccessToken)).ShouldBe(HttpStatusCode.OK);

        var replies = await apart.Silos.AllAtOnceAsync(Parallel, (silo, _) => silo.RefreshAsync(token));

        output.WriteLine(string.Join(", ", replies.CountBy(reply => reply.Status).Select(s => $"{s.Value} × {(int)s.Key}")));
        var acknowledged = replies.Where(reply => reply.Status == HttpStatusCode.OK).ToList();
        acknowledged.ShouldNotBeEmpty();
        acknowledged.Select(reply => (reply.Body, reply.RefreshToken)).Distinct().ShouldHaveSingleItem();
        replies.ShouldAllBe(reply => reply.Status == HttpStatusCode.OK || reply.Status == HttpStatusCode.ServiceUnavailable);
    }
}
