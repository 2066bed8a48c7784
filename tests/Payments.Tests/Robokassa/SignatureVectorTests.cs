using System.Text.RegularExpressions;
using Actors.Payments.Robokassa;
using Actors.TestKit;

namespace Actors.Payments.Tests.Robokassa;

/// <summary>The examples of public SDKs: strings with their known hashes.</summary>
public sealed partial class SignatureVectorTests
{
    public static TheoryData<string, string[], string, string[], string> Vectors => new()
    {
        { "md5", ["shaggyone239", "185.11", "15"], "12345asdf", [], "55f2aee20767cde28e7fc49919cec969" },
        { "md5", ["robo-demo", "100.00", "1"], "password_1", [], "8ca1d1c1a6f9353bebe5b087697ba797" },
        { "md5", ["robo-demo", "10.00", "1"], "password#1", ["shp_user_id=1", "shp_email=user@example.com"], "b98027823a17ee5be83c767f18315400" },
        { "md5", ["robo-demo", "10.00", "", "USD", "127.0.0.1"], "password#1", [], "9113fcc7a218deb0b5bc1c9c8e28c513" },
        { "md5", ["10", "1"], "password#2", [], "f38a17bc0db36343789587e4e5abf33c" },
        { "md5", ["10", ""], "password#2", [], "56aad7334a473638781b4946998c113e" },
        { "sha256", ["10", "1"], "password#2", [], "6229bb8aa8f4e431fc43022f2847ae3296a9d7fe649b97cb65755abc90d15f0c" },
        { "md5", ["10", "1"], "password#2", ["shp_user_id=1", "shp_email=user@example.com"], "9c4b932169d6b683e2b76e31bae35aeb" },
        { "md5", ["login", "150.00", "53", "USD"], "pass1", ["Shp_foo=foo value", "Shp_bar=bar value"], "36a95458024a31d5e8db246f384527d8" },
        { "md5", ["login", "123.00", "6544321", "USD"], "pass1", ["Shp_surname=Smith", "Shp_name=John"], "864798f31e43ac88bea969e54608a54a" },
        { "md5", ["150", "123"], "pass2", [], "0109ea77984a645bf105f563abee3fe2" },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void A_known_string_has_its_known_hash(string hash, string[] parts, string password, string[] own, string expected) =>
        new RobokassaSigner(hash).Sign(parts, password, own.Select(Pair)).ShouldBe(expected);

    [Theory]
    [InlineData("md5", 32)]
    [InlineData("sha1", 40)]
    [InlineData("sha256", 64)]
    [InlineData("sha384", 96)]
    [InlineData("sha512", 128)]
    public void Every_accepted_hash_is_supported(string hash, int digits)
    {
        RobokassaSettings.Hashes.ShouldContain(hash);
        new RobokassaSigner(hash).Sign(["10", "1"], "password#2").Length.ShouldBe(digits);
    }

    [SampleFact("samples/robokassa/FACTS.md")]
    public void The_samples_are_complete()
    {
        var rows = Row().Matches(Samples.Text("robokassa/FACTS.md")).Select(m => m.Groups["hash"].Value).ToList();
        rows.Count.ShouldBe(11);
        rows.Except(Vectors.Select(v => v[4])).ShouldBeEmpty();
    }

    private static KeyValuePair<string, string> Pair(string text) => KeyValuePair.Create(text.Split('=')[0], text.Split('=', 2)[1]);

    [GeneratedRegex(@"^\| \d+ \|.*\| (?<hash>[0-9a-f]{32,}) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
