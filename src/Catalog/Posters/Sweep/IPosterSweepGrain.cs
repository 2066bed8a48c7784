using Actors.Grains.Calls;

namespace Actors.Catalog.Posters.Sweep;

/// <summary>Deletes unused posters every hour. Key: 0.</summary>
[Alias("catalog.IPosterSweepGrain")]
internal interface IPosterSweepGrain : IGrainWithIntegerKey
{
    /// <summary>Registers the reminder if it is missing.</summary>
    [Alias("Start"), Repeatable(Repeat.Always)]
    Task Start();
}
