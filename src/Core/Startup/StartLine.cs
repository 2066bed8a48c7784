namespace Actors.Core.Startup;

/// <summary>One line that the program prints at start-up about one of its parts. The part registers it.</summary>
/// <param name="Topic">The name of the part.</param>
/// <param name="Text">Its configuration, without secrets or personal data.</param>
/// <param name="Path">Its path on the combined listener; null when it is not a page.</param>
public sealed record StartLine(string Topic, string Text, string? Path = null);
