namespace Actors.Catalog.Extraction.Calendar;

/// <summary>How often a rule repeats, the most often first.</summary>
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
