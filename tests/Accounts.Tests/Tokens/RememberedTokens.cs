using Actors.Accounts.Tokens;
using Actors.TestKit;

namespace Actors.Accounts.Tests.Tokens;

/// <summary>Caching a verified token changes only its cost.</summary>
public sealed class RememberedTokens
{
    private static readonly Forge s_ours = new(AttackTests.Secret);
    private readonly ManualTimeProvider _clock = new(Forge.Now);

    [Fact]
    public void The_times_of_a_cached_token_are_checked()
    {
        var reader = s_ours.Reader(_clock);
        reader.Read(s_ours.Good).ShouldNotBeNull();

        _clock.Advance(TimeSpan.FromHours(1));
        reader.Read(s_ours.Good).ShouldBeNull();

        var later = s_ours.Sign(s_ours.Header, Forge.Claims(iat: $"{Forge.Seconds}", exp: $"{Forge.Seconds + 9000}", more: $",\"nbf\":{Forge.Seconds + 3700}"));
        reader.Read(later).ShouldBeNull();
        _clock.Advance(TimeSpan.FromSeconds(100));
        reader.Read(later).ShouldNotBeNull();
    }

    [Fact]
    public void A_variant_of_a_cached_token_is_refused()
    {
        var reader = s_ours.Reader(_clock);
        var good = s_ours.Good;

        for (var at = 0; at < good.Length; at++)
        {
            reader.Read(good).ShouldNotBeNull();
            reader.Read(good[..at] + (good[at] == 'A' ? 'B' : 'A') + good[(at + 1)..]).ShouldBeNull($"character {at}");
        }
    }

    [Fact]
    public void The_cache_is_bounded()
    {
        var reader = s_ours.Reader(_clock);
        var tokens = Enumerable.Range(0, VerifiedTokenCache.Capacity * 2).Select(number => s_ours.Sign(s_ours.Header, Forge.Claims(jti: $"\"{number}\""))).ToArray();

        tokens.ShouldAllBe(token => reader.Read(token) != null);
        Enumerable.Range(0, tokens.Length).ShouldAllBe(number => reader.Read(tokens[number])!.TokenId == $"{number}");
    }

    [Fact]
    public void Only_added_tokens_are_found()
    {
        var known = new VerifiedTokenCache();
        var token = new AccessToken(Forge.Account, Forge.Session, "id", 0, 1, 0);
        known.Add(s_ours.Good, token);

        known.Find(new string(s_ours.Good)).ShouldBe(token);
        known.Find(s_ours.Good + "A").ShouldBeNull();
        known.Find("x" + s_ours.Good).ShouldBeNull();
        known.Find("y" + s_ours.Good[1..]).ShouldBeNull();
        known.Find("").ShouldBeNull();
        known.Find(new string('A', 43)).ShouldBeNull();
    }
}
