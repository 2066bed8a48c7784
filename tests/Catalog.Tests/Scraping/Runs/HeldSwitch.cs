using Actors.Core.Holding;

namespace Actors.Catalog.Tests.Scraping.Runs;

/// <summary>A switch that holds and releases the store; initially released.</summary>
internal sealed class HeldSwitch : IHeldStore
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsHeld { get; set; }

    /// <summary>Completes when a caller has seen that the store is held.</summary>
    public Task Told => _asked.Task;

    public ValueTask<bool> IsHeldAsync(CancellationToken cancellationToken)
    {
        var held = IsHeld;
        if (held) _asked.TrySetResult();
        return ValueTask.FromResult(held);
    }
}
