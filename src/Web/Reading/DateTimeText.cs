namespace Actors.Web.Reading;

/// <summary>A date and time as received and as understood.</summary>
/// <param name="Text">The form received; a number is turned into ISO 8601.</param>
/// <param name="Local">The clock reading, without a zone.</param>
/// <param name="Offset">Its distance from UTC when the text says so; null for a naive time, which is local time of the configured zone.</param>
public readonly record struct DateTimeText(string Text, DateTime Local, TimeSpan? Offset)
{
    /// <summary>The instant, when the text has an offset.</summary>
    public DateTimeOffset? Instant => Offset is { } offset ? new DateTimeOffset(Local.Ticks - offset.Ticks, TimeSpan.Zero) : null;

    /// <inheritdoc/>
    public override string ToString() => Text;
}
