namespace Actors.Catalog.Extraction;

/// <summary>One session, or one continuous range of days.</summary>
internal sealed record Occurrence(EventTime Start, EventTime? End);
