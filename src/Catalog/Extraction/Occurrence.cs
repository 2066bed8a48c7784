namespace Actors.Catalog.Rules.Extraction;

/// <summary>One session, or one uninterrupted stretch of days.</summary>
internal sealed record Occurrence(EventTime Start, EventTime? End);
