namespace Actors.Catalog.Extraction;

/// <summary>One session, or one uninterrupted stretch of days.</summary>
internal sealed record Occurrence(EventTime Start, EventTime? End);
