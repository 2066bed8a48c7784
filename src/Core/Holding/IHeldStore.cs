namespace Actors.Core.Holding;

/// <summary>
/// Tells whether the store is held. An imported or restored store is a copy, and its original may still run. Until an operator releases the copy, the
/// program sends no letters, notifications or payment calls, scrapes nothing and acknowledges no messages. Reads and the API work. The outbox checks
/// this flag itself; other code that calls external hosts on a schedule must check it first and check again after <see cref="Pause"/>.
/// </summary>
public interface IHeldStore
{
    /// <summary>The message of a command that is refused because the store is held.</summary>
    const string Sentence = "The store is held: nothing is sent or fetched until an operator runs the command release.";

    /// <summary>The interval between two checks while the store is held.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>Reads the flag from the database, so that all silos see the same value.</summary>
    ValueTask<bool> IsHeldAsync(CancellationToken cancellationToken);
}
