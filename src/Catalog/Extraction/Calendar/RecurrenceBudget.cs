namespace Actors.Catalog.Extraction.Calendar;

/// <summary>Limits how many periods and moments are examined per feed, so that a thousand rules without a match stay cheap.</summary>
internal sealed class RecurrenceBudget(int steps = RecurrenceBudget.Max)
{
    public const int Max = 200_000;

    private int _left = steps;

    /// <summary>Uses one step; false if none is left.</summary>
    public bool Take() => _left-- > 0;
}
