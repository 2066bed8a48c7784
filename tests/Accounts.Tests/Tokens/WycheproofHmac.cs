using System.Text.Json.Nodes;
using Actors.Accounts.Tokens;
using Actors.TestKit;

namespace Actors.Accounts.Tests.Tokens;

/// <summary>The signing code on Wycheproof's test vectors.</summary>
public sealed class WycheproofHmac
{
    private const string File = "samples/corpora/wycheproof-hmac_sha256_test.json";

    [SampleFact(File)]
    public void Every_vector_has_the_stated_result()
    {
        var groups = JsonNode.Parse(Samples.Text("corpora/wycheproof-hmac_sha256_test.json"))!["testGroups"]!.AsArray();
        var vectors = groups.SelectMany(group => group!["tests"]!.AsArray().Select(test => (Tag: group["tagSize"]!.GetValue<int>() / 8, Test: test!))).ToArray();

        vectors.Length.ShouldBe(174);
        vectors.Where(vector => Holds(vector.Test, vector.Tag) != (vector.Test["result"]!.GetValue<string>() == "valid"))
            .Select(vector => vector.Test.ToJsonString()).ShouldBeEmpty();
        vectors.Count(vector => vector.Test["result"]!.GetValue<string>() == "invalid").ShouldBeGreaterThan(50);
    }

    private static bool Holds(JsonNode test, int tagBytes)
    {
        Span<byte> mac = stackalloc byte[SigningKey.MacBytes];
        new SigningKey(Bytes(test, "key")).SignAccess(Bytes(test, "msg"), mac);
        return mac[..tagBytes].SequenceEqual(Bytes(test, "tag"));
    }

    private static byte[] Bytes(JsonNode test, string name) => Convert.FromHexString(test[name]!.GetValue<string>());
}
