namespace Actors.Catalog.Tests.Scraping.Runs;

/// <summary>Ends the program at the n-th place where it could end: before or after a commit, during a fetch, before or after a submission.</summary>
internal sealed class Crashes
{
    private int left = int.MaxValue;

    /// <summary>Places passed.</summary>
    public int Passed { get; private set; }

    public void Arm(int after) => left = after;

    public void Disarm() => left = int.MaxValue;

    public void Place()
    {
        Passed++;
        if (left-- <= 0)
            throw new CrashException();
    }
}
