using Actors.Grains.Calls;

namespace Actors.Catalog.Posters.Sweep;

/// <summary>Sweeps posters again and again. Key: 0.</summary>
[Alias("catalog.IPosterSweepGrain")]
internal interface IPosterSweepGrain : IGrainWithIntegerKey
{
    /// <summary>Sees to it that the reminder is there.</summary>
    [Alias("Start"), Repeatable(Repeat.Always)]
    Task Start();
}
