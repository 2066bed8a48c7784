using System.Net;
using Actors.Cluster.Tests.Accounts.Kit;
using Actors.Cluster.Tests.Kit;
using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Cluster.Tests.Accounts;

/// <summary>Promise R6 for registrations at both silos: one account, and one response per idempotency key.</summary>
[Collection(TwoSilosCollection.Name)]
public sealed class RegisteredOnceTests(TwoSilos two, ITestOutputHelper output)
{
    private const int Parallel = 50;

    [ClusterFact]
    public async Task One_key_at_both_silos_creates_one_account()
    {
        var cluster = await two.StartedAsync();
        var before = await AccountsAsync(cluster);

        var replies = await cluster.Silos.AllAtOnceAsync(Parallel, (silo, _) => silo.RegisterAsync("key@example.com", "one-and-the-same"));
        var later = await cluster.Silos.AllAtOnceAsync(Parallel, (silo, _) => silo.RegisterAsync("key@example.com", "one-and-the-same"));

        Write("keys", replies);
        Write("the same once more", later);
        replies.ShouldAllBe(reply => reply.Status == HttpStatusCode.Created || reply.Status == HttpStatusCode.Conflict);
        replies.Count(reply => reply is { Status: HttpStatusCode.Created, Replayed: false }).ShouldBe(1);
        later.ShouldAllBe(reply => reply.Status == HttpStatusCode.Created && reply.Replayed);
        replies.Concat(later).Where(reply => reply.Status == HttpStatusCode.Created).Select(reply => reply.Body).Distinct().ShouldHaveSingleItem();
        (await AccountsAsync(cluster) - before).ShouldBe(1);
    }

    [ClusterFact]
    public async Task Parallel_registrations_of_one_address_create_one_account()
    {
        var cluster = await two.StartedAsync();
        var before = await AccountsAsync(cluster);

        var replies = await cluster.Silos.AllAtOnceAsync(Parallel, (silo, _) => silo.RegisterAsync("race@example.com"));

        Write("registrations", replies);
        replies.Count(reply => reply.Status == HttpStatusCode.Created).ShouldBe(1);
        replies.Count(reply => reply.Status == HttpStatusCode.BadRequest).ShouldBe(Parallel - 1);
        (await AccountsAsync(cluster) - before).ShouldBe(1);
        await cluster.Silos[1].SignedInAsync("race@example.com");
    }

    [ClusterFact]
    public async Task Control_separate_silos_execute_a_key_twice_and_create_one_account()
    {
        var apart = await two.ApartAsync();
        var before = await AccountsAsync(apart);

        var replies = await apart.Silos.AllAtOnceAsync(Parallel, (silo, _) => silo.RegisterAsync("apart@example.com", "one-and-the-same"));

        Write("keys, no cluster", replies);
        replies.Where(reply => reply.Status != HttpStatusCode.Conflict && !reply.Replayed).Count().ShouldBe(2, "each silo executes the request");
        replies.Count(reply => reply is { Status: HttpStatusCode.Created, Replayed: false }).ShouldBeLessThanOrEqualTo(1);
        (await AccountsAsync(apart) - before).ShouldBe(1, "the store refuses a second claim of the address");
    }

    private static Task<long> AccountsAsync(TestCluster cluster) => cluster.Servers.CountAsync("accounts");

    private void Write(string what, IEnumerable<Reply> replies) => output.WriteLine(
        $"{what}: " + string.Join(", ", replies.CountBy(reply => (reply.Status, reply.Replayed)).Select(s => $"{s.Value} × {(int)s.Key.Status}{(s.Key.Replayed ? " replayed" : "")}")));
}
