using Actors.Core.Mail;

namespace Actors.Persistence.Outbox;

/// <summary>The document of a letter's outbox message.</summary>
/// <param name="Letter">The letter.</param>
/// <param name="Written">The time at which it was enqueued; old letters are dropped.</param>
public sealed record StoredLetter(Letter Letter, DateTimeOffset Written);
