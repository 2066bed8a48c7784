namespace Actors.Web.Reading;

/// <summary>A date and time: the received text and its parsed value.</summary>
/// <param name="Text">The received text; a number is converted to ISO 8601.</param>
/// <param name="Local">The local date and time, without a zone.</param>
/// <param name="Offset">The UTC offset; null if the text has none, which means the configured time zone.</param>
public readonly record struct DateTimeText(string Text, DateTime Local, TimeSpan? Offset)
{
    /// <summary>The instant, if the text has an offset.</summary>
    public DateTimeOffset? Instant => Offset is { } offset ? new DateTimeOffset(Local.Ticks - offset.Ticks, TimeSpan.Zero) : null;

    /// <inheritdoc/>
    public override string ToString() => Text;
}
