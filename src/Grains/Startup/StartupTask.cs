namespace Actors.Grains.Startup;

/// <summary>A start-up task.</summary>
/// <param name="Name">The subject of a log sentence, without personal data.</param>
/// <param name="Attempt">Runs the task; it is called again after a failure.</param>
/// <param name="Alarm">Is called after each attempt with true if the failure needs an operator; null if the log is enough.</param>
public sealed record StartupTask(string Name, Func<CancellationToken, Task> Attempt, Action<bool>? Alarm = null);
