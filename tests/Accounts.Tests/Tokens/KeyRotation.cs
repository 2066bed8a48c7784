using Actors.Accounts.Tokens;
using Actors.TestKit;


namespace Actors.Accounts.Tests.Tokens;

public sealed class KeyRotation
{
    private const string Old = "the old secret, which signed what is out there";
    private const string New = "the new secret, which signs from now on";
    private static readonly TokenOptions Before = new() { Keys = new SigningKeys(Old) };
    private static readonly TokenOptions Overlap = new() { Keys = new SigningKeys(New, Old) };
    private static readonly TokenOptions After = new() { Keys = new SigningKeys(New) };

    [Fact]
    public void While_both_keys_are_known_old_tokens_verify_and_new_ones_are_signed_with_the_new_key()
    {
        var (old, renewed) = (Access(Before), Access(Overlap));

        Reads(Overlap, old).ShouldBeTrue();
        Reads(Overlap, renewed).ShouldBeTrue();
        Reads(After, renewed).ShouldBeTrue();
        renewed.ShouldNotBe(old);
        new TokenIssuer(Overlap).CurrentKeyId.ShouldBe(After.Keys.Current.Id);
    }

    [Fact]
    public void A_key_that_is_taken_away_takes_its_tokens_along()
    {
        Reads(After, Access(Before)).ShouldBeFalse();
        RefreshToken.TryRead(Refresh(Before), After.Keys, out _).ShouldBeFalse();
    }

    [Fact]
    public void A_key_that_is_not_known_yet_verifies_nothing() => Reads(Before, Access(After)).ShouldBeFalse();

    [Fact]
    public void Refresh_tokens_live_through_the_overlap()
    {
        RefreshToken.TryRead(Refresh(Before), Overlap.Keys, out var token).ShouldBeTrue();
        token!.KeyId.ShouldBe(Before.Keys.Current.Id);
    }

    [Fact]
    public void A_pair_can_be_made_again_with_the_key_it_was_made_with()
    {
        var issuer = new TokenIssuer(Overlap);
        var keyId = new TokenIssuer(Before).CurrentKeyId;

        issuer.Access(Forge.Account, Forge.Session, 1, Forge.Now, keyId).ShouldBe(Access(Before));
        issuer.Refresh(Forge.Account, Forge.Session, 1, keyId).ShouldBe(Refresh(Before));
    }

    // Another key in its place would make a token whose hash nobody stored, and its first use would look like a theft.
    [Fact]
    public void A_pair_of_a_key_that_is_not_known_is_not_made_at_all()
    {
        var (issuer, unknown) = (new TokenIssuer(Before), After.Keys.Current.Id);

        Should.Throw<InvalidOperationException>(() => issuer.Access(Forge.Account, Forge.Session, 1, Forge.Now, unknown)).Message.ShouldContain(unknown);
        Should.Throw<InvalidOperationException>(() => issuer.Refresh(Forge.Account, Forge.Session, 1, unknown));
    }

    [Fact]
    public void A_key_id_tells_keys_apart_and_is_the_same_everywhere()
    {
        new SigningKeys(New).Current.Id.ShouldBe(After.Keys.Current.Id);
        Before.Keys.Current.Id.ShouldNotBe(After.Keys.Current.Id);
        new SigningKeys(New, New, Old, Old).Find(Before.Keys.Current.Id).ShouldNotBeNull();
    }

    private static string Access(TokenOptions options) => new TokenIssuer(options).Access(Forge.Account, Forge.Session, 1, Forge.Now);

    private static string Refresh(TokenOptions options) => new TokenIssuer(options).Refresh(Forge.Account, Forge.Session, 1);

    private static bool Reads(TokenOptions options, string token) => new TokenReader(options, new ManualTimeProvider(Forge.Now)).Read(token) is not null;
}
