using Actors.Core.Commands;
using Actors.Core.Holding;

namespace Actors.Catalog.Provider.Sync;

/// <summary><c>sync_events</c>: fetches the provider's events now and shows the progress.</summary>
internal sealed class SyncEventsCommand(IGrainFactory grains, ProviderSettings settings, IHeldStore store, TimeProvider timeProvider) : ICommandHandler
{
    /// <summary>The command ends after this many failed attempts of a page; the run continues in the background.</summary>
    private const int MaxAttempts = 3;

    private static readonly TimeSpan s_wait = TimeSpan.FromSeconds(10);

    public string Name => SyncArguments.Syntax.Name;

    public string Usage => SyncArguments.Syntax.Usage;

    public async Task<int> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var given = SyncArguments.Syntax.Read(call.Arguments);
        var arguments = SyncArguments.Read(given);
        if (!given.Ok) return await given.RefuseAsync(call.WriteLine);
        if (settings.Provider is null)
        {
            await call.WriteLine("No events provider is configured: set EVENTS_PROVIDER_URL and EVENTS_PROVIDER_API_KEY.");
            return CommandExit.Refused;
        }

        if (await store.IsHeldAsync(cancellationToken))
        {
            await call.WriteLine(IHeldStore.Sentence);
            return CommandExit.Refused;
        }

        return await RunAsync(arguments.Since ?? SyncDay.Yesterday(timeProvider.GetUtcNow(), settings.Zone), call, cancellationToken);
    }

    private async Task<int> RunAsync(DateOnly since, CommandCall call, CancellationToken cancellationToken)
    {
        var sync = grains.GetGrain<IProviderSyncGrain>(IProviderSyncGrain.Key);
        var run = await sync.Start(since);
        await call.WriteLine($"Run {run}: events that changed since {since:yyyy-MM-dd}.");
        string? shown = null;
        for (var step = -1L; ;)
        {
            var progress = await sync.Progress(run, step, s_wait, cancellationToken).WaitAsync(cancellationToken);
            step = progress.Step;
            var state = progress.State;
            if (state.Run == run && Line(state) is var line && line != shown) await call.WriteLine(shown = line);
            if (progress.Finished) return await EndAsync(state, run, call);
            if (state.Run == run && state.Tries >= MaxAttempts)
            {
                await call.WriteLine("The provider does not respond. The run continues in the background.");
                return CommandExit.Refused;
            }
        }
    }

    private static string Line(ProviderSyncState s) => s.Failure is { } failure
        ? $"After {s.Pages} pages: {failure}."
        : $"{s.Pages} pages: {s.Created} new, {s.Updated} changed, {s.Unchanged} unchanged, {s.Outdated} outdated, {s.Skipped} unreadable.";

    private static async Task<int> EndAsync(ProviderSyncState state, long run, CommandCall call)
    {
        if (state.Run == run && state.Failed)
        {
            await call.WriteLine("The run failed; the fetched events are kept.");
            return CommandExit.Refused;
        }

        await call.WriteLine("Done.");
        return CommandExit.Done;
    }
}
