using Actors.Accounts.Tokens;
using Actors.TestKit;

namespace Actors.Accounts.Tests.Tokens;

/// <summary>R13: a token's times are UTC seconds, independent of time zones.</summary>
public sealed class TokenTimes
{
    private static readonly TimeSpan s_lifetime = TimeSpan.FromHours(24);
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);
    private static readonly TokenOptions s_options = new() { Keys = new SigningKeys(AttackTests.Secret), AccessLifetime = s_lifetime };

    [Theory]
    [InlineData("Europe/Moscow", "2026-10-24T12:00:00Z")]
    [InlineData("Europe/Berlin", "2026-10-24T12:00:00Z")]
    [InlineData("Europe/Berlin", "2026-03-28T12:00:00Z")]
    [InlineData("Asia/Kolkata", "2028-02-28T23:59:59Z")]
    [InlineData("Australia/Lord_Howe", "2026-04-04T10:00:00Z")]
    [InlineData("Pacific/Apia", "2011-12-29T12:00:00Z")]
    [InlineData("UTC", "2028-02-28T12:00:00Z")]
    [InlineData("UTC", "2026-12-31T12:00:00Z")]
    [InlineData("UTC", "2016-12-31T23:59:59Z")]
    public void A_token_is_valid_exactly_for_its_lifetime(string zone, string issued)
    {
        var clock = new ManualTimeProvider(DateTimeOffset.Parse(issued, null));
        clock.SetLocalTimeZone(TimeZoneInfo.FindSystemTimeZoneById(zone));
        var token = new TokenIssuer(s_options).Access(Forge.Account, Forge.Session, 1, clock.GetLocalNow());
        var reader = new TokenReader(s_options, clock);

        clock.Advance(s_lifetime - s_second);
        reader.Read(token).ShouldNotBeNull();
        clock.Advance(s_second);
        reader.Read(token).ShouldBeNull();
    }

    [Fact]
    public void Setting_the_clock_back_extends_a_token_only_by_the_shift()
    {
        var shift = TimeSpan.FromHours(1);
        var clock = new ManualTimeProvider(Forge.Now);
        var token = new TokenIssuer(s_options).Access(Forge.Account, Forge.Session, 1, Forge.Now);
        var reader = new TokenReader(s_options, clock);

        clock.Advance(s_lifetime);
        reader.Read(token).ShouldBeNull();
        clock.SetUtcNow(clock.GetUtcNow() - shift);
        reader.Read(token).ShouldNotBeNull();
        clock.Advance(shift - s_second);
        reader.Read(token).ShouldNotBeNull();
        clock.Advance(s_second);
        reader.Read(token).ShouldBeNull();
    }

    [Fact]
    public void A_token_stays_valid_after_the_clock_is_set_back()
    {
        var clock = new ManualTimeProvider(Forge.Now);
        var token = new TokenIssuer(s_options).Access(Forge.Account, Forge.Session, 1, Forge.Now);

        clock.SetUtcNow(Forge.Now - TimeSpan.FromHours(1));

        new TokenReader(s_options, clock).Read(token).ShouldNotBeNull();
    }
}
