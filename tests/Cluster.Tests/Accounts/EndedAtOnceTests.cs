using System.Net;
using Actors.Cluster.Tests.Accounts.Kit;
using Actors.Cluster.Tests.Kit;
using Actors.TestKit;

namespace Actors.Cluster.Tests.Accounts;

/// <summary>A session that one silo ends is over on the other with the very next request.</summary>
[Collection(TwoSilosCollection.Name)]
public sealed class EndedAtOnceTests(TwoSilos two)
{
    private const int Rounds = 10;

    [ClusterFact]
    public async Task After_a_logout_at_one_silo_the_next_request_at_the_other_is_refused()
    {
        var silos = await two.SilosAsync();
        (await silos[0].RegisterAsync("logout@example.com")).Status.ShouldBe(HttpStatusCode.Created);
        for (var round = 0; round < Rounds; round++)
        {
            var (one, other) = (silos[round % 2], silos[(round + 1) % 2]);
            var session = await other.SignedInAsync("logout@example.com");
            (await other.PingAsync(session.AccessToken)).ShouldBe(HttpStatusCode.OK);

            (await one.LogoutAsync(session.AccessToken)).Status.ShouldBe(HttpStatusCode.OK);

            (await other.PingAsync(session.AccessToken)).ShouldBe(HttpStatusCode.Unauthorized, $"round {round}");
            (await other.RefreshAsync(session.RefreshToken!)).Status.ShouldBe(HttpStatusCode.Unauthorized, $"round {round}");
        }
    }

    [ClusterFact]
    public async Task A_password_changed_at_one_silo_ends_the_sessions_that_the_other_opened()
    {
        var silos = await two.SilosAsync();
        const string email = "changed@example.com";
        var sessions = new List<Reply> { await silos[1].NewcomerAsync(email), await silos[1].SignedInAsync(email), await silos[0].SignedInAsync(email) };
        foreach (var session in sessions)
            (await silos[1].PingAsync(session.AccessToken)).ShouldBe(HttpStatusCode.OK);

        var changed = await silos[0].ChangePasswordAsync(email, "another horse battery");

        changed.Status.ShouldBe(HttpStatusCode.OK);
        foreach (var session in sessions)
        {
            (await silos[1].PingAsync(session.AccessToken)).ShouldBe(HttpStatusCode.Unauthorized);
            (await silos[1].RefreshAsync(session.RefreshToken!)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        }

        (await silos[1].PingAsync(changed.AccessToken)).ShouldBe(HttpStatusCode.OK);
        (await silos[1].SignInAsync(email)).Status.ShouldBe(HttpStatusCode.Unauthorized, "the old password");
    }

    [ClusterFact]
    public async Task Silos_that_are_no_cluster_would_not_notice()
    {
        var apart = await two.ApartAsync();
        var session = await apart.Silos[0].NewcomerAsync("unnoticed@example.com");
        (await apart.Silos[1].PingAsync(session.AccessToken)).ShouldBe(HttpStatusCode.OK);

        (await apart.Silos[0].LogoutAsync(session.AccessToken)).Status.ShouldBe(HttpStatusCode.OK);

        (await apart.Silos[1].PingAsync(session.AccessToken)).ShouldBe(HttpStatusCode.OK, "the account is active there too, and knows nothing");
    }
}
