using Actors.Core.Mail;

namespace Actors.Persistence.Outbox;

/// <summary>The document of an outbox message of letters.</summary>
/// <param name="Letter">The letter.</param>
/// <param name="Written">When it was enqueued; it goes out of date.</param>
public sealed record StoredLetter(Letter Letter, DateTimeOffset Written);
