namespace Actors.Core.Holding;

/// <summary>
/// Whether the store is held. A store that was imported or restored is a copy. The original may still run, or may have acted already, so until an
/// operator releases the copy, the program sends no letter, notification or payment call, scrapes nothing and acknowledges no message. Reads and
/// the API work. The outbox checks the flag itself; code that calls other hosts on a schedule asks before it begins, and again after <see cref="Pause"/>.
/// </summary>
public interface IHeldStore
{
    /// <summary>The message of a command that is refused because the store is held.</summary>
    const string Sentence = "The store is held: nothing is sent or fetched before the command release.";

    /// <summary>The time between two looks at the flag while the store is held.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>Asks the database, so that all silos see the same.</summary>
    ValueTask<bool> IsHeldAsync(CancellationToken cancellationToken);
}
