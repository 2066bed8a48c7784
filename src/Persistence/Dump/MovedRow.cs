using System.Text.Json.Nodes;

namespace Actors.Persistence.Dump;

/// <summary>One row as a line of an export.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Values">Column by column; bytes are <c>{"bytes": base64}</c>.</param>
public sealed record MovedRow(string Table, JsonObject Values);
