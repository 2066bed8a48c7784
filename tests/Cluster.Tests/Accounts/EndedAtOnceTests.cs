using System.Net;
using Actors.Cluster.Tests.Accounts.Kit;
using Actors.Cluster.Tests.Kit;
using Actors.TestKit;

namespace Actors.Cluster.Tests.Accounts;

/// <summary>A session ended at one silo is refused by the other from the next request on.</summary>
[Collection(TwoSilosCollection.Name)]
public sealed class EndedAtOnceTests(TwoSilos two)
{
    private const int Rounds = 10;

    [ClusterFact]
    public async Task Logout_at_one_silo_is_effective_at_the_other_at_once()
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
    public async Task Password_change_at_one_silo_ends_sessions_of_the_other()
    {
        var silos = await two.SilosAsync();
        const string email = "changed@example.com";
        var sessions = new List<Reply> { await silos[1].RegisterAndSignInAsync(email), await silos[1].SignedInAsync(email), await silos[0].SignedInAsync(email) };
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
    public async Task Control_separate_silos_do_not_notice_a_logout()
    {
        var apart = await two.ApartAsync();
        var session = await apart.Silos[0].RegisterAndSignInAsync("unnoticed@example.com");
        (await apart.Silos[1].PingAsync(session.AccessToken)).ShouldBe(HttpStatusCode.OK);

        (await apart.Silos[0].LogoutAsync(session.AccessToken)).Status.ShouldBe(HttpStatusCode.OK);

        (await apart.Silos[1].PingAsync(session.AccessToken)).ShouldBe(HttpStatusCode.OK, "the account has a second activation there, which does not know about the logout");
    }
}
