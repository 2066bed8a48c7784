namespace Actors.Persistence.Migrations;

/// <summary>A row of the schema history.</summary>
internal sealed class AppliedScript
{
    public string Module { get; init; } = "";

    public long Number { get; init; }

    public string Name { get; init; } = "";

    public string Checksum { get; init; } = "";

    /// <summary><see cref="SchemaScript.Oldest"/>.</summary>
    public long Oldest { get; init; }
}
