using Orleans.Activations;
using Orleans.Runtime;

namespace Orleans.Hosting;

/// <summary>The stages of one runtime.</summary>
internal sealed class SiloLifecycle : StagedLifecycle, ISiloLifecycle
{
    public int HighestCompletedStage => Highest ?? int.MinValue;

    public int LowestStoppedStage => Lowest ?? int.MaxValue;
}
