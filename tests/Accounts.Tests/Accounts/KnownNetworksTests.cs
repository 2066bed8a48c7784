using System.Collections.Immutable;
using System.Text.Json;
using Actors.Accounts.Accounts;

namespace Actors.Accounts.Tests.Accounts;

public sealed class KnownNetworksTests
{
    [Fact]
    public void The_least_recently_used_network_is_removed()
    {
        ImmutableArray<string> known = [];
        for (var i = 0; i < KnownNetworks.Max; i++) known = known.With($"net{i}");
        known = known.With("net0").With("new");

        known.Length.ShouldBe(KnownNetworks.Max);
        known.ShouldContain("net0");
        known.ShouldNotContain("net1");
        known[^1].ShouldBe("new");
        known.With("new").ShouldBe(known);
    }

    [Fact]
    public void Networks_are_stored_as_hashes_salted_with_the_account()
    {
        var account = Guid.NewGuid();
        KnownNetworks.Hash(account, "192.0.2.7").ShouldBe(KnownNetworks.Hash(account, "192.0.2.7"));
        KnownNetworks.Hash(account, "192.0.2.7").ShouldNotBe(KnownNetworks.Hash(account, "192.0.2.8"));
        KnownNetworks.Hash(account, "192.0.2.7").ShouldNotBe(KnownNetworks.Hash(Guid.NewGuid(), "192.0.2.7"));
        KnownNetworks.Hash(account, "192.0.2.7").ShouldNotContain(".");
    }

    [Fact]
    public void Older_accounts_have_no_networks_and_no_letters()
    {
        var old = JsonSerializer.Deserialize("""{"Number":1,"Sessions":[]}""", AccountJson.Stored.AccountState)!;
        old.Networks.ShouldBeEmpty();
        old.Noticed.ShouldBeEmpty();
    }
}
