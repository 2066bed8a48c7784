using Actors.Accounts.Tokens;
using Actors.TestKit;


namespace Actors.Accounts.Tests.Tokens;

/// <summary>R13: a token's times are seconds of UTC, so no calendar and no zone moves them.</summary>
public sealed class TokenTimes
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TokenOptions Options = new() { Keys = new SigningKeys(AttackTests.Secret), AccessLifetime = Lifetime };

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
    public void A_token_is_good_for_its_lifetime_and_not_a_second_longer(string zone, string issued)
    {
        var clock = new ManualTimeProvider(DateTimeOffset.Parse(issued, null));
        clock.SetLocalTimeZone(TimeZoneInfo.FindSystemTimeZoneById(zone));
        var token = new TokenIssuer(Options).Access(Forge.Account, Forge.Session, 1, clock.GetLocalNow());
        var reader = new TokenReader(Options, clock);

        clock.Advance(Lifetime - Second);
        reader.Read(token).ShouldNotBeNull();
        clock.Advance(Second);
        reader.Read(token).ShouldBeNull();
    }

    [Fact]
    public void A_clock_set_back_prolongs_a_token_by_no_more_than_the_shift()
    {
        var shift = TimeSpan.FromHours(1);
        var clock = new ManualTimeProvider(Forge.Now);
        var token = new TokenIssuer(Options).Access(Forge.Account, Forge.Session, 1, Forge.Now);
        var reader = new TokenReader(Options, clock);

        clock.Advance(Lifetime);
        reader.Read(token).ShouldBeNull();
        clock.SetUtcNow(clock.GetUtcNow() - shift);
        reader.Read(token).ShouldNotBeNull();
        clock.Advance(shift - Second);
        reader.Read(token).ShouldNotBeNull();
        clock.Advance(Second);
        reader.Read(token).ShouldBeNull();
    }

    [Fact]
    public void A_token_issued_before_the_clock_was_set_back_stays_good()
    {
        var clock = new ManualTimeProvider(Forge.Now);
        var token = new TokenIssuer(Options).Access(Forge.Account, Forge.Session, 1, Forge.Now);

        clock.SetUtcNow(Forge.Now - TimeSpan.FromHours(1));

        new TokenReader(Options, clock).Read(token).ShouldNotBeNull();
    }
}
