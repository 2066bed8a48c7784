using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Actors.Persistence.Dump;

/// <summary>The file of an export: a line of JSON for each row, <c>{"table": …, "row": {…}}</c>, and a last one that says how many there are.</summary>
internal static class MovedFile
{
    private const string Count = "rows";

    public static Task WriteAsync(Stream file, MovedRow row, CancellationToken cancellationToken) =>
        LineAsync(file, new JsonObject { ["table"] = row.Table, ["row"] = row.Values }, cancellationToken);

    public static Task EndAsync(Stream file, long rows, CancellationToken cancellationToken) => LineAsync(file, new JsonObject { [Count] = rows }, cancellationToken);

    /// <summary>The rows of a file.</summary>
    /// <exception cref="MoveRefusedException">A line is none of ours, or the file ends too early.</exception>
    public static async IAsyncEnumerable<MovedRow> RowsAsync(Stream file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(file);
        for (long rows = 0; ; rows++)
        {
            var line = Parse(await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false), rows + 1);
            if (line[Count] is { } count)
            {
                if (count.GetValue<long>() != rows) throw new MoveRefusedException($"the file says that it has {count} rows and has {rows}.");
                yield break;
            }

            yield return new MovedRow(line["table"]!.GetValue<string>(), line["row"]!.AsObject());
        }
    }

    private static async Task LineAsync(Stream file, JsonObject line, CancellationToken cancellationToken)
    {
        await file.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(line, StoredJson.Options), cancellationToken).ConfigureAwait(false);
        await file.WriteAsync("\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
    }

    private static JsonObject Parse(string? text, long number)
    {
        try
        {
            return text is null
                ? throw new MoveRefusedException($"the file ends after line {number - 1}, before its last line.")
                : JsonNode.Parse(text)!.AsObject();
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            throw new MoveRefusedException($"line {number} is not a row of an export.");
        }
    }
}
