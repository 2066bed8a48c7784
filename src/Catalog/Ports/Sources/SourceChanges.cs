namespace Actors.Catalog.Ports.Sources;

/// <summary>Rows that change together with a source's state.</summary>
internal sealed class SourceChanges
{
    public List<SourcePage> Pages { get; } = [];

    public List<SourceItem> Items { get; } = [];

    public List<DeadLetter> DeadLetters { get; } = [];

    /// <summary>Keys of dead letters that came to life.</summary>
    public List<string> Revived { get; } = [];
}
