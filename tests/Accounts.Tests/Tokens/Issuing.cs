using Actors.Accounts.Tokens;
using Actors.TestKit;

namespace Actors.Accounts.Tests.Tokens;

public sealed class Issuing
{
    private static readonly DateTimeOffset s_now = new(2030, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Guid s_account = Guid.Parse("11111111-2222-4333-8444-555555555555");
    private static readonly Guid s_session = Guid.Parse("aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee");
    private readonly TokenOptions _options = new() { Keys = new SigningKeys("a secret of these tests, long enough") };

    [Fact]
    public void An_access_token_round_trips()
    {
        var text = new TokenIssuer(_options).Access(s_account, s_session, 3, s_now);

        var token = new TokenReader(_options, new ManualTimeProvider(s_now)).Read(text).ShouldNotBeNull();
        (token.AccountId, token.SessionId).ShouldBe((s_account, s_session));
        (token.IssuedAt, token.ExpiresAt - token.IssuedAt).ShouldBe((s_now.ToUnixTimeSeconds(), 24 * 60 * 60));
        text.Length.ShouldBeLessThan(400);
    }

    [Fact]
    public void Each_rotation_has_its_own_deterministic_tokens()
    {
        var (one, other) = (new TokenIssuer(_options), new TokenIssuer(_options));

        one.Access(s_account, s_session, 3, s_now).ShouldBe(other.Access(s_account, s_session, 3, s_now));
        one.Refresh(s_account, s_session, 3).ShouldBe(other.Refresh(s_account, s_session, 3));
        one.Access(s_account, s_session, 4, s_now).ShouldNotBe(other.Access(s_account, s_session, 3, s_now));
        one.Refresh(s_account, s_session, 4).ShouldNotBe(other.Refresh(s_account, s_session, 3));
    }

    [Fact]
    public void A_refresh_token_round_trips()
    {
        var text = new TokenIssuer(_options).Refresh(s_account, s_session, uint.MaxValue);

        RefreshToken.TryRead(text, _options.Keys, out var token).ShouldBeTrue();
        (token!.AccountId, token.SessionId, token.Counter, token.Text).ShouldBe((s_account, s_session, uint.MaxValue, text));
        text.Length.ShouldBe(RefreshToken.Length);
        RefreshToken.Hash(text).ShouldBe(RefreshToken.Hash(new string(text)));
        token.ToString().ShouldNotContain(text);
    }

    [Fact]
    public void A_changed_refresh_token_is_refused()
    {
        var text = new TokenIssuer(_options).Refresh(s_account, s_session, 7);

        for (var at = 0; at < text.Length; at++)
        {
            var changed = text[..at] + (text[at] == 'A' ? 'B' : 'A') + text[(at + 1)..];
            RefreshToken.TryRead(changed, _options.Keys, out _).ShouldBeFalse($"character {at}");
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.e30.AAAA")]
    public void An_invalid_refresh_token_is_refused(string? text) => RefreshToken.TryRead(text, _options.Keys, out _).ShouldBeFalse();

    [Fact]
    public void Access_and_refresh_tokens_are_not_interchangeable()
    {
        var issuer = new TokenIssuer(_options);

        RefreshToken.TryRead(issuer.Access(s_account, s_session, 1, s_now), _options.Keys, out _).ShouldBeFalse();
        new TokenReader(_options, new ManualTimeProvider(s_now)).Read(issuer.Refresh(s_account, s_session, 1)).ShouldBeNull();
    }
}
