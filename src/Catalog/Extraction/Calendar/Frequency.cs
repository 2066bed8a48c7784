namespace Actors.Catalog.Extraction.Calendar;

/// <summary>The unit in which a rule repeats, shortest first.</summary>
internal enum Frequency
{
    Secondly,
    Minutely,
    Hourly,
    Daily,
    Weekly,
    Monthly,
    Yearly,
}
