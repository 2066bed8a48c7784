using Actors.Accounts.Tokens;
using Actors.TestKit;


namespace Actors.Accounts.Tests.Tokens;

public sealed class Issuing
{
    private static readonly DateTimeOffset Now = new(2030, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Guid Account = Guid.Parse("11111111-2222-4333-8444-555555555555");
    private static readonly Guid Session = Guid.Parse("aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee");
    private readonly TokenOptions options = new() { Keys = new SigningKeys("a secret of these tests, long enough") };

    [Fact]
    public void An_access_token_is_read_as_it_was_issued()
    {
        var text = new TokenIssuer(options).Access(Account, Session, 3, Now);

        var token = new TokenReader(options, new ManualTimeProvider(Now)).Read(text).ShouldNotBeNull();
        (token.AccountId, token.SessionId).ShouldBe((Account, Session));
        (token.IssuedAt, token.ExpiresAt - token.IssuedAt).ShouldBe((Now.ToUnixTimeSeconds(), 24 * 60 * 60));
        text.Length.ShouldBeLessThan(400);
    }

    [Fact]
    public void The_same_rotation_gives_the_same_bytes_and_the_next_one_others()
    {
        var (one, other) = (new TokenIssuer(options), new TokenIssuer(options));

        one.Access(Account, Session, 3, Now).ShouldBe(other.Access(Account, Session, 3, Now));
        one.Refresh(Account, Session, 3).ShouldBe(other.Refresh(Account, Session, 3));
        one.Access(Account, Session, 4, Now).ShouldNotBe(other.Access(Account, Session, 3, Now));
        one.Refresh(Account, Session, 4).ShouldNotBe(other.Refresh(Account, Session, 3));
    }

    [Fact]
    public void A_refresh_token_is_read_as_it_was_issued_and_hashes_to_the_same()
    {
        var text = new TokenIssuer(options).Refresh(Account, Session, uint.MaxValue);

        RefreshToken.TryRead(text, options.Keys, out var token).ShouldBeTrue();
        (token!.AccountId, token.SessionId, token.Counter, token.Text).ShouldBe((Account, Session, uint.MaxValue, text));
        text.Length.ShouldBe(RefreshToken.Length);
        RefreshToken.Hash(text).ShouldBe(RefreshToken.Hash(new string(text)));
        token.ToString().ShouldNotContain(text);
    }

    [Fact]
    public void A_refresh_token_changed_in_any_character_is_none()
    {
        var text = new TokenIssuer(options).Refresh(Account, Session, 7);

        for (var at = 0; at < text.Length; at++)
        {
            var changed = text[..at] + (text[at] == 'A' ? 'B' : 'A') + text[(at + 1)..];
            RefreshToken.TryRead(changed, options.Keys, out _).ShouldBeFalse($"character {at}");
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.e30.AAAA")]
    public void What_is_no_refresh_token_is_refused(string? text) => RefreshToken.TryRead(text, options.Keys, out _).ShouldBeFalse();

    [Fact]
    public void Tokens_of_one_kind_are_not_tokens_of_the_other()
    {
        var issuer = new TokenIssuer(options);

        RefreshToken.TryRead(issuer.Access(Account, Session, 1, Now), options.Keys, out _).ShouldBeFalse();
        new TokenReader(options, new ManualTimeProvider(Now)).Read(issuer.Refresh(Account, Session, 1)).ShouldBeNull();
    }
}
