namespace Actors.Catalog.Extraction.Calendar;

/// <summary>
/// The number of periods and moments of rules that may be looked at for one feed: a feed of a thousand rules that never come true costs no more than this.
/// </summary>
internal sealed class RecurrenceBudget(int steps = RecurrenceBudget.Most)
{
    public const int Most = 200_000;

    private int _left = steps;

    /// <summary>Takes a step; false when none is left.</summary>
    public bool Take() => _left-- > 0;
}
