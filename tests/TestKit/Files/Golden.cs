using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Actors.TestKit;

/// <summary>
/// Golden tests of stored documents. They compare the JSON of a state with a committed file, so that a renamed member fails a test before it makes
/// old rows unreadable. <c>UPDATE_GOLDEN=1</c> rewrites the files.
/// </summary>
public static class Golden
{
    private static readonly JsonSerializerOptions s_indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// Compares with <c>Golden/NAME.json</c> beside the calling test file, and checks that the file round-trips. Give every member a non-default
    /// value; otherwise the file does not cover it.
    /// </summary>
    public static void Check<T>(T state, JsonTypeInfo<T> json, string name, [CallerFilePath] string caller = "")
    {
        var file = FileOf(name, caller);
        var written = Text(JsonSerializer.Serialize(state, json));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, written);
        }

        Assert.True(File.Exists(file), $"{file} is missing; UPDATE_GOLDEN=1 writes it.");
        Assert.Equal(File.ReadAllText(file), written, ignoreLineEndingDifferences: true);
        Assert.Equal(written, Text(JsonSerializer.Serialize(JsonSerializer.Deserialize(written, json)!, json)));
    }

    /// <summary>Reads a document of an earlier version. It must stay readable, because stored rows are not rewritten.</summary>
    public static T Read<T>(JsonTypeInfo<T> json, string name, [CallerFilePath] string caller = "") =>
        JsonSerializer.Deserialize(File.ReadAllText(FileOf(name, caller)), json)
        ?? throw new InvalidDataException($"{name} contains no document.");

    private static string FileOf(string name, string caller) => Path.Combine(Path.GetDirectoryName(caller)!, "Golden", $"{name}.json");

    private static string Text(string document) => JsonNode.Parse(document)!.ToJsonString(s_indented) + "\n";
}
