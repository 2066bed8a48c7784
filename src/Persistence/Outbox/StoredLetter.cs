namespace Actors.Plumbing.Mail;

/// <summary>The document of an outbox message of letters.</summary>
/// <param name="Letter">The letter.</param>
/// <param name="Written">When it was enqueued; it goes out of date.</param>
internal sealed record StoredLetter(Letter Letter, DateTimeOffset Written);
