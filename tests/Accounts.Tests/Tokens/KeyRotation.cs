using Actors.Accounts.Tokens;
using Actors.TestKit;

namespace Actors.Accounts.Tests.Tokens;

public sealed class KeyRotation
{
    private const string Old = "the old secret, which signed what is out there";
    private const string New = "the new secret, which signs from now on";
    private static readonly TokenOptions s_before = new() { Keys = new SigningKeys(Old) };
    private static readonly TokenOptions s_overlap = new() { Keys = new SigningKeys(New, Old) };
    private static readonly TokenOptions s_after = new() { Keys = new SigningKeys(New) };

    [Fact]
    public void With_both_keys_old_and_new_tokens_are_valid()
    {
        var (old, renewed) = (Access(s_before), Access(s_overlap));

        Reads(s_overlap, old).ShouldBeTrue();
        Reads(s_overlap, renewed).ShouldBeTrue();
        Reads(s_after, renewed).ShouldBeTrue();
        renewed.ShouldNotBe(old);
        new TokenIssuer(s_overlap).CurrentKeyId.ShouldBe(s_after.Keys.Current.Id);
    }

    [Fact]
    public void Removing_a_key_invalidates_its_tokens()
    {
        Reads(s_after, Access(s_before)).ShouldBeFalse();
        RefreshToken.TryRead(Refresh(s_before), s_after.Keys, out _).ShouldBeFalse();
    }

    [Fact]
    public void An_unknown_key_verifies_nothing() => Reads(s_before, Access(s_after)).ShouldBeFalse();

    [Fact]
    public void Refresh_tokens_survive_a_key_change()
    {
        RefreshToken.TryRead(Refresh(s_before), s_overlap.Keys, out var token).ShouldBeTrue();
        token!.KeyId.ShouldBe(s_before.Keys.Current.Id);
    }

    [Fact]
    public void A_pair_is_recreated_with_its_key()
    {
        var issuer = new TokenIssuer(s_overlap);
        var keyId = new TokenIssuer(s_before).CurrentKeyId;

        issuer.Access(Forge.Account, Forge.Session, 1, Forge.Now, keyId).ShouldBe(Access(s_before));
        issuer.Refresh(Forge.Account, Forge.Session, 1, keyId).ShouldBe(Refresh(s_before));
    }

    // Another key would give a token whose hash is not stored, and its use would look like a reuse.
    [Fact]
    public void A_pair_with_an_unknown_key_is_not_recreated()
    {
        var (issuer, unknown) = (new TokenIssuer(s_before), s_after.Keys.Current.Id);

        Should.Throw<InvalidOperationException>(() => issuer.Access(Forge.Account, Forge.Session, 1, Forge.Now, unknown)).Message.ShouldContain(unknown);
        Should.Throw<InvalidOperationException>(() => issuer.Refresh(Forge.Account, Forge.Session, 1, unknown));
    }

    [Fact]
    public void A_key_id_is_unique_and_deterministic()
    {
        new SigningKeys(New).Current.Id.ShouldBe(s_after.Keys.Current.Id);
        s_before.Keys.Current.Id.ShouldNotBe(s_after.Keys.Current.Id);
        new SigningKeys(New, New, Old, Old).Find(s_before.Keys.Current.Id).ShouldNotBeNull();
    }

    private static string Access(TokenOptions options) => new TokenIssuer(options).Access(Forge.Account, Forge.Session, 1, Forge.Now);

    private static string Refresh(TokenOptions options) => new TokenIssuer(options).Refresh(Forge.Account, Forge.Session, 1);

    private static bool Reads(TokenOptions options, string token) => new TokenReader(options, new ManualTimeProvider(Forge.Now)).Read(token) is not null;
}
