namespace Actors.Catalog.Extraction.Calendar;

/// <summary>How many periods of rules one feed may have looked at: a feed of a thousand rules that never match costs no more than this.</summary>
internal sealed class RecurrenceBudget(int periods = RecurrenceBudget.Most)
{
    public const int Most = 100_000;

    private int _left = periods;

    public bool Take() => _left-- > 0;
}
