using System.Text.Json.Nodes;

namespace Actors.Persistence.Dump;

/// <summary>A row of a dump.</summary>
/// <param name="Table">The table.</param>
/// <param name="Values">The values by column; bytes are <c>{"bytes": base64}</c>.</param>
public sealed record DumpRow(string Table, JsonObject Values);
