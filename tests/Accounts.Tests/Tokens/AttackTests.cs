using Actors.Accounts.Tokens;
using Actors.TestKit;

namespace Actors.Accounts.Tests.Tokens;

/// <summary>S3: forged tokens are refused, and none of them causes an exception.</summary>
public sealed class AttackTests
{
    internal const string Secret = "the secret of these tests, of forty bytes";
    private static readonly Forge s_ours = new(Secret);

    private static Attack[] Attacks => All(new Uri("http://127.0.0.1:1/"));

    /// <summary>All attacks; some contain a URL that must not be called.</summary>
    internal static Attack[] All(Uri callHome) => [.. HeaderAttacks.All(s_ours, callHome), .. ClaimAttacks.All(s_ours), .. FormAttacks.All(s_ours)];

    [Fact]
    public void Every_attack_is_refused()
    {
        var reader = s_ours.Reader(new ManualTimeProvider(Forge.Now));

        Attacks.Length.ShouldBeGreaterThan(300);
        Attacks.Select(attack => attack.Name).Distinct().Count().ShouldBe(Attacks.Length);
        Attacks.Where(attack => reader.Read(attack.Token) is not null).Select(attack => attack.Name).ShouldBeEmpty();
    }

    [Fact]
    public void The_original_token_is_read() =>
        s_ours.Reader(new ManualTimeProvider(Forge.Now)).Read(s_ours.Good).ShouldBe(
            new AccessToken(Forge.Account, Forge.Session, "some-id", Forge.Seconds, Forge.Seconds + 3600, 0));

    [Fact]
    public void Control_a_reader_that_trusts_the_algorithm_accepts_attacks()
    {
        var fallen = Attacks.Where(attack => NaiveReader.Reads(attack.Token, Secret, obeysAlgorithm: true)).Select(attack => attack.Name).ToArray();

        fallen.ShouldContain("alg none, no signature");
        fallen.ShouldContain("HS512 by the right key");
        fallen.ShouldContain("a jwk that signs");
    }

    [Fact]
    public void Control_a_reader_that_accepts_duplicates_accepts_attacks()
    {
        var fallen = Attacks.Where(attack => NaiveReader.Reads(attack.Token, Secret, obeysAlgorithm: false)).Select(attack => attack.Name).ToArray();

        fallen.ShouldContain("alg twice");
        fallen.ShouldContain(name => name.Contains("\"sub\":\"00000000", StringComparison.Ordinal));
        fallen.ShouldContain("\"crit\":[\"exp\"],\"exp\":1");
        fallen.ShouldNotContain("alg none, no signature");
    }
}
