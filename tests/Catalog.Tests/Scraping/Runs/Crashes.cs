namespace Actors.Catalog.Tests.Scraping.Runs;

/// <summary>Crashes at the n-th possible point: before or after a commit, during a fetch, before or after a submission.</summary>
internal sealed class Crashes
{
    private int _left = int.MaxValue;

    /// <summary>The number of points passed.</summary>
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
