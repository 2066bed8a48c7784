using System.Collections.Immutable;
using System.Text.Json;
using Actors.Accounts.Accounts;

namespace Actors.Accounts.Tests.Accounts;

public sealed class KnownNetworksTests
{
    [Fact]
    public void The_latest_are_remembered_and_the_one_unused_for_longest_makes_room()
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
    public void What_is_remembered_is_not_the_address_and_differs_from_account_to_account()
    {
        var account = Guid.NewGuid();
        KnownNetworks.Hash(account, "192.0.2.7").ShouldBe(KnownNetworks.Hash(account, "192.0.2.7"));
        KnownNetworks.Hash(account, "192.0.2.7").ShouldNotBe(KnownNetworks.Hash(account, "192.0.2.8"));
        KnownNetworks.Hash(account, "192.0.2.7").ShouldNotBe(KnownNetworks.Hash(Guid.NewGuid(), "192.0.2.7"));
        KnownNetworks.Hash(account, "192.0.2.7").ShouldNotContain(".");
    }

    [Fact]
    public void An_account_stored_before_there_were_any_knows_none_and_was_sent_nothing()
    {
        var old = JsonSerializer.Deserialize("""{"Number":1,"Sessions":[]}""", AccountJson.Stored.AccountState)!;
        old.Networks.ShouldBeEmpty();
        old.Noticed.ShouldBeEmpty();
    }
}
