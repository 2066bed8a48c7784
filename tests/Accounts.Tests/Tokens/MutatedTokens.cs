using System.Text;
using System.Text.Json;
using Actors.Accounts.Tokens;
using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Accounts.Tests.Tokens;

/// <summary>Random damage: no mutated token causes an exception, and accepted ones mean the same to another parser.</summary>
public sealed class MutatedTokens(ITestOutputHelper output)
{
    private const int Runs = 20_000;
    private const string Letters = "{}[]\":,.0123456789eE+-\\u tnrafls\0\u00e9\ud83d\ude00=_/?subidjtexpnlgk";
    private static readonly Forge s_ours = new(AttackTests.Secret);
    private readonly TokenReader _reader = s_ours.Reader(new ManualTimeProvider(Forge.Now));

    [Fact]
    public void Mutated_signed_claims_are_refused_or_read_correctly()
    {
        var random = SeededRandom.Create(output);
        var read = 0;
        for (var run = 0; run < Runs; run++)
        {
            var claims = Damage(s_ours.Payload, random);
            if (_reader.Read(s_ours.Sign(s_ours.Header, claims)) is { } token)
            {
                read++;
                token.ShouldBe(Plainly(claims), claims);
            }
        }

        read.ShouldBeGreaterThan(0, "some damage is harmless");
    }

    [Fact]
    public void A_mutated_signed_header_still_has_HS256()
    {
        var random = SeededRandom.Create(output);
        for (var run = 0; run < Runs; run++)
        {
            var header = Damage(s_ours.Header, random);
            if (_reader.Read(s_ours.Sign(header, s_ours.Payload)) is not null)
            {
                using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(header));
                document.RootElement.GetProperty("alg").GetString().ShouldBe(TokenOptions.Algorithm, header);
                document.RootElement.EnumerateObject().Count().ShouldBe(3, header);
            }
        }
    }

    [Fact]
    public void A_mutated_token_is_refused()
    {
        var random = SeededRandom.Create(output);
        for (var run = 0; run < Runs; run++)
        {
            var token = Damage(s_ours.Good, random);
            (_reader.Read(token) is null || token == s_ours.Good).ShouldBeTrue(token);
        }
    }

    private static string Damage(string text, Random random)
    {
        for (var wounds = random.Next(1, 4); wounds > 0; wounds--)
        {
            var (at, letter) = (random.Next(text.Length), Letters[random.Next(Letters.Length)]);
            text = random.Next(3) switch
            {
                0 => text[..at] + letter + text[(at + 1)..],
                1 => text[..at] + letter + text[at..],
                _ => text[..at] + text[(at + 1)..],
            };
        }

        return text;
    }

    private static AccessToken Plainly(string claims)
    {
        using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(claims));
        var root = document.RootElement;
        return new AccessToken(
            root.GetProperty("sub").GetGuid(), root.GetProperty("sid").GetGuid(), root.GetProperty("jti").GetString()!,
            root.GetProperty("iat").GetInt64(), root.GetProperty("exp").GetInt64(), root.TryGetProperty("nbf", out var from) ? from.GetInt64() : 0);
    }
}
