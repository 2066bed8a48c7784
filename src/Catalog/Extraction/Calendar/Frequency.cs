namespace Actors.Catalog.Extraction.Calendar;

/// <summary>How often a rule repeats.</summary>
internal enum Frequency
{
    Daily,
    Weekly,
    Monthly,
    Yearly,
}
