using System.Globalization;

namespace Actors.Hosting.Reminders;

/// <summary>A reminder as a query returns it.</summary>
internal sealed class ReminderRow
{
    public string GrainId { get; init; } = "";

    public string Name { get; init; } = "";

    public long StartAt { get; init; }

    public long PeriodMs { get; init; }

    public string Etag { get; init; } = "";

    public static long Milliseconds(DateTime utc) => new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)).ToUnixTimeMilliseconds();

    public ReminderEntry ToEntry() => new()
    {
        GrainId = Parse<Orleans.Runtime.GrainId>(GrainId),
        ReminderName = Name,
        StartAt = DateTimeOffset.FromUnixTimeMilliseconds(StartAt).UtcDateTime,
        Period = TimeSpan.FromMilliseconds(PeriodMs),
        ETag = Etag,
    };

    // GrainId implements IParsable explicitly.
    private static T Parse<T>(string text)
        where T : IParsable<T> => T.Parse(text, CultureInfo.InvariantCulture);
}
