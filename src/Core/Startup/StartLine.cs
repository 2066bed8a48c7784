namespace Actors.Core.Startup;

/// <summary>What the program says once at its start about one of its parts. Whoever adds the part registers the line.</summary>
/// <param name="Topic">The part, in a word.</param>
/// <param name="Text">How it is set up: no secret, no person.</param>
/// <param name="Path">Where it is on the combined listener; null when it is not a page.</param>
public sealed record StartLine(string Topic, string Text, string? Path = null);
