using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Actors.Persistence.Dump;

/// <summary>The format of a dump: one line of JSON for each row, <c>{"table": …, "row": {…}}</c>, and a last line with the number of rows.</summary>
internal static class DumpFile
{
    private const string Count = "rows";

    public static Task WriteAsync(Stream file, DumpRow row, CancellationToken cancellationToken) =>
        LineAsync(file, new JsonObject { ["table"] = row.Table, ["row"] = row.Values }, cancellationToken);

    public static Task EndAsync(Stream file, long rows, CancellationToken cancellationToken) => LineAsync(file, new JsonObject { [Count] = rows }, cancellationToken);

    /// <summary>Reads the rows of a dump.</summary>
    /// <exception cref="DumpRefusedException">A line is not valid, or the file is truncated.</exception>
    public static async IAsyncEnumerable<DumpRow> RowsAsync(Stream file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(file);
        for (long rows = 0; ; rows++)
        {
            var line = Parse(await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false), rows + 1);
            if (line[Count] is { } count)
            {
                if (count.GetValue<long>() != rows) throw new DumpRefusedException($"the last line of the file states {count} rows, but it has {rows}.");
                yield break;
            }

            yield return new DumpRow(line["table"]!.GetValue<string>(), line["row"]!.AsObject());
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
                ? throw new DumpRefusedException($"the file is truncated after line {number - 1}.")
                : JsonNode.Parse(text)!.AsObject();
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            throw new DumpRefusedException($"line {number} is not a row of an export.");
        }
    }
}
