using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Actors.TestKit;

/// <summary>
/// Golden tests of stored documents: what a state is written as is compared with a committed file, so that a renamed member
/// is seen before it makes old rows unreadable. <c>UPDATE_GOLDEN=1</c> writes the files anew.
/// </summary>
public static class Golden
{
    private static readonly JsonSerializerOptions s_indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// Compares with <c>Golden/NAME.json</c> beside the calling test file, and checks that the file is read back as the same
    /// document. Give every member a value other than its default, or the file says nothing about it.
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

    /// <summary>Reads a document of an earlier version, which must stay readable: rows at rest are not rewritten.</summary>
    public static T Read<T>(JsonTypeInfo<T> json, string name, [CallerFilePath] string caller = "") =>
        JsonSerializer.Deserialize(File.ReadAllText(FileOf(name, caller)), json)
        ?? throw new InvalidDataException($"{name} holds no document.");

    private static string FileOf(string name, string caller) => Path.Combine(Path.GetDirectoryName(caller)!, "Golden", $"{name}.json");

    private static string Text(string document) => JsonNode.Parse(document)!.ToJsonString(s_indented) + "\n";
}
