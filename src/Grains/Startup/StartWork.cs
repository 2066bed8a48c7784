namespace Actors.Grains.Startup;

/// <summary>Something that a program does once when it has started.</summary>
/// <param name="Name">What it is, for the log: the beginning of a sentence, without personal data.</param>
/// <param name="Attempt">Does it; may be called again after it failed.</param>
/// <param name="Alarm">Told after each attempt that ended whether somebody has to look into it; null when the log is enough.</param>
public sealed record StartWork(string Name, Func<CancellationToken, Task> Attempt, Action<bool>? Alarm = null);
