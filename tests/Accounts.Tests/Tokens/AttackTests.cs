using Actors.Accounts.Tokens;
using Actors.TestKit;

namespace Actors.Accounts.Tests.Tokens;

/// <summary>S3: what is not ours is not read, and nothing on the list gets an exception out of the reader.</summary>
public sealed class AttackTests
{
    internal const string Secret = "the secret of these tests, of forty bytes";
    private static readonly Forge s_ours = new(Secret);

    private static Attack[] Attacks => All(new Uri("http://127.0.0.1:1/"));

    /// <summary>The whole list; some of it names an address that must not be called.</summary>
    internal static Attack[] All(Uri callHome) => [.. HeaderAttacks.All(s_ours, callHome), .. ClaimAttacks.All(s_ours), .. FormAttacks.All(s_ours)];

    [Fact]
    public void None_of_them_is_read()
    {
        var reader = s_ours.Reader(new ManualTimeProvider(Forge.Now));

        Attacks.Length.ShouldBeGreaterThan(300);
        Attacks.Select(attack => attack.Name).Distinct().Count().ShouldBe(Attacks.Length);
        Attacks.Where(attack => reader.Read(attack.Token) is not null).Select(attack => attack.Name).ShouldBeEmpty();
    }

    [Fact]
    public void The_token_they_were_made_from_is_read() =>
        s_ours.Reader(new ManualTimeProvider(Forge.Now)).Read(s_ours.Good).ShouldBe(
            new AccessToken(Forge.Account, Forge.Session, "some-id", Forge.Seconds, Forge.Seconds + 3600, 0));

    [Fact]
    public void A_reader_that_asks_the_token_for_the_algorithm_falls_for_them()
    {
        var fallen = Attacks.Where(attack => NaiveReader.Reads(attack.Token, Secret, obeysAlgorithm: true)).Select(attack => attack.Name).ToArray();

        fallen.ShouldContain("alg none, no signature");
        fallen.ShouldContain("HS512 by the right key");
        fallen.ShouldContain("a jwk that signs");
    }

    [Fact]
    public void A_reader_that_takes_the_last_of_two_names_falls_for_them()
    {
        var fallen = Attacks.Where(attack => NaiveReader.Reads(attack.Token, Secret, obeysAlgorithm: false)).Select(attack => attack.Name).ToArray();

        fallen.ShouldContain("alg twice");
        fallen.ShouldContain(name => name.Contains("\"sub\":\"00000000", StringComparison.Ordinal));
        fallen.ShouldContain("\"crit\":[\"exp\"],\"exp\":1");
        fallen.ShouldNotContain("alg none, no signature");
    }
}
