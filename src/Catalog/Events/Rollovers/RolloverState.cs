namespace Actors.Catalog.Events.Rollovers;

/// <summary>When the hourly pass of a shard last ran.</summary>
[GenerateSerializer, Alias("catalog.RolloverState")]
internal sealed class RolloverState
{
    /// <summary>The start of the last complete pass, or of the shard's first activation.</summary>
    [Id(0)] public DateTimeOffset? LastPass { get; set; }
}
