namespace Actors.Grains.Startup;

/// <summary>A start-up task.</summary>
/// <param name="Name">What it is, for the log: the beginning of a sentence, without personal data.</param>
/// <param name="Attempt">Does it; may be called again after it failed.</param>
/// <param name="Alarm">Told after each attempt whether the failure needs an operator; null when the log is enough.</param>
public sealed record StartWork(string Name, Func<CancellationToken, Task> Attempt, Action<bool>? Alarm = null);
