namespace Actors.Catalog.Tests.Scraping.Runs;

/// <summary>Ends the program at the n-th place where it could end: before or after a commit, during a fetch, before or after a submission.</summary>
internal sealed class Crashes
{
    private int _left = int.MaxValue;

    /// <summary>Places passed.</summary>
    public int Passed { get; private set; }

    public void Arm(int after) => _left = after;

    public void Disarm() => _left = int.MaxValue;

    public void Place()
    {
        Passed++;
        if (_left-- <= 0)
            throw new CrashException();
    }
}
