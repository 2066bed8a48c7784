using System.Text.Json.Nodes;

namespace Actors.Specs.Tests.EventsPlatform;

internal static class Json
{
    /// <summary>Compares as JSON, without member order and spacing.</summary>
    public static void ShouldBeJson(this JsonNode? actual, string expected) =>
        JsonNode.DeepEquals(actual, JsonNode.Parse(expected)).ShouldBeTrue($"{actual?.ToJsonString()} is not {expected}");

    public static string Text(this JsonNode? node, string name) => node!.AsObject()[name]!.ToString();

    public static IEnumerable<string> Names(this JsonNode? node) => node!.AsObject().Select(p => p.Key);
}
