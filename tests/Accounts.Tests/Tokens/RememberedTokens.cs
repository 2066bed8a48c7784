using Actors.Accounts.Tokens;
using Actors.TestKit;

namespace Actors.Accounts.Tests.Tokens;

/// <summary>What is remembered of a token changes nothing but its cost.</summary>
public sealed class RememberedTokens
{
    private static readonly Forge s_ours = new(AttackTests.Secret);
    private readonly ManualTimeProvider _clock = new(Forge.Now);

    [Fact]
    public void A_remembered_token_still_expires_and_still_waits_for_its_time()
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
    public void A_token_that_differs_from_a_remembered_one_in_any_character_is_none()
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
    public void However_many_tokens_come_the_memory_is_bounded_and_each_is_still_read()
    {
        var reader = s_ours.Reader(_clock);
        var tokens = Enumerable.Range(0, VerifiedTokens.Capacity * 2).Select(number => s_ours.Sign(s_ours.Header, Forge.Claims(jti: $"\"{number}\""))).ToArray();

        tokens.ShouldAllBe(token => reader.Read(token) != null);
        Enumerable.Range(0, tokens.Length).ShouldAllBe(number => reader.Read(tokens[number])!.TokenId == $"{number}");
    }

    [Fact]
    public void Nothing_is_found_that_was_not_added_as_it_is()
    {
        var known = new VerifiedTokens();
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
