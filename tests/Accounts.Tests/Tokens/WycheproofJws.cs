using System.Text;
using System.Text.Json.Nodes;
using Actors.Accounts.Tokens;
using Actors.TestKit;

namespace Actors.Accounts.Tests.Tokens;

/// <summary>Wycheproof's JWS vectors: HS256 as stated, every other algorithm refused.</summary>
public sealed class WycheproofJws
{
    private const string Signatures = "samples/corpora/wycheproof-json_web_signature_test.json";
    private const string WebKeys = "samples/corpora/wycheproof-json_web_key_test.json";

    // Stated valid, but a question mark is not base64url.
    private static readonly int[] s_lenientlyValid = [372, 373];

    // Stated invalid for its padding, but the file contains none: it equals vector 357, which is stated valid.
    private static readonly int[] s_sameAsValid = [367, 370];

    [SampleFact(Signatures)]
    public void Every_vector_has_the_stated_result()
    {
        var vectors = Vectors("corpora/wycheproof-json_web_signature_test.json").ToArray();
        vectors.Length.ShouldBe(401);

        var wrong = vectors.Where(vector => Accepts(KeyOf(vector.Group), vector.Jws) != IsExpected(vector)).Select(vector => $"{vector.Id} {vector.Jws}");
        wrong.ShouldBeEmpty();
        vectors.Count(IsExpected).ShouldBe(10);
        var valid = vectors.Single(vector => vector.Id == 357).Jws;
        vectors.Where(vector => s_sameAsValid.Contains(vector.Id)).ShouldAllBe(vector => vector.Jws == valid);
        vectors.Where(vector => s_lenientlyValid.Contains(vector.Id)).ShouldAllBe(vector => vector.Jws.Contains('?'));
    }

    [SampleFact(WebKeys)]
    public void Invalid_key_sets_verify_nothing()
    {
        var vectors = Vectors("corpora/wycheproof-json_web_key_test.json").ToArray();
        vectors.Length.ShouldBe(26);

        var accepted = vectors.Where(vector => KeysOf(vector.Group) is { } keys && Accepts(keys, vector.Jws)).Select(vector => vector.Id).ToArray();
        accepted.ShouldBe(vectors.Where(vector => vector.Valid && vector.Jws.StartsWith("eyJhbGciOiJIUzI1NiI", StringComparison.Ordinal)).Select(vector => vector.Id));
        accepted.ShouldBe([2, 13]);
    }

    private static bool IsExpected(Vector vector) =>
        (vector.Valid || s_sameAsValid.Contains(vector.Id)) && !s_lenientlyValid.Contains(vector.Id) && Text(vector.Group["private"], "alg") == TokenOptions.Algorithm;

    private static bool Accepts(SigningKeys keys, string jws) => SignedToken.TryVerify(jws, keys, out _, new byte[SignedToken.MaxLength], out _);

    // Uses a public key's bytes as a secret, as in RS256/HS256 confusion attacks.
    private static SigningKeys KeyOf(JsonNode group)
    {
        var key = (group["private"] ?? group["public"])!;
        var bytes = Text(key, "k") is not null ? SecretOf(key) : Encoding.UTF8.GetBytes((group["public"] ?? key).ToJsonString());
        return new SigningKeys([new SigningKey(bytes, Text(key, "kid") ?? "none")]);
    }

    // Null if the set is not usable as keys.
    private static SigningKeys? KeysOf(JsonNode group)
    {
        var keys = group["private"]!["keys"]!.AsArray();
        if (keys.Any(key => Text(key, "alg") != TokenOptions.Algorithm || SecretOf(key!).Length < SecretStrength.MinBytes))
        {
            return null;
        }

        try
        {
            return new SigningKeys([.. keys.Select(key => new SigningKey(SecretOf(key!), Text(key, "kid")))]);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // One key of the file has unused bits, which Base64Url refuses.
    private static byte[] SecretOf(JsonNode key)
    {
        var text = Text(key, "k")!.Replace('-', '+').Replace('_', '/');
        return Convert.FromBase64String(text + new string('=', (4 - (text.Length % 4)) % 4));
    }

    private static IEnumerable<Vector> Vectors(string file) =>
        from g in JsonNode.Parse(Samples.Text(file))!["testGroups"]!.AsArray()
        from test in g["tests"]!.AsArray()
        select new Vector(test["tcId"]!.GetValue<int>(), g, test["jws"]!.ToString(), Text(test, "result") == "valid");

    private static string? Text(JsonNode? node, string name) => node?[name]?.GetValue<string>();

    private sealed record Vector(int Id, JsonNode Group, string Jws, bool Valid);
}
