namespace Actors.Core.Holding;

/// <summary>
/// Whether the store is held. A store that was imported or restored is a copy: until an operator has released it, nothing leaves the program that
/// the original may do as well, or has done already: no letter, notification, payment call, scrape or acknowledgement of a message. Reads and the
/// API work. The outbox looks by itself; whoever calls the outside on a clock of its own asks here before it begins, and again after <see cref="Pause"/>.
/// </summary>
public interface IHeldStore
{
    /// <summary>What a command says that does not begin because of it.</summary>
    const string Sentence = "The store is held: nothing is sent or fetched before the command release.";

    /// <summary>How long whoever found the store held waits before it looks again.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>Asks the database, so that all silos see the same.</summary>
    ValueTask<bool> IsHeldAsync(CancellationToken cancellationToken);
}
