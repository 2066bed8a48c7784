using System.Collections.Immutable;
using Actors.Catalog.Adapters.Scraping.Commands;
using Actors.Catalog.Grains.Twins;
using Actors.Plumbing.Commands;

namespace Actors.Catalog.Adapters.Twins.Commands;

/// <summary>A command that names two events and decides something of them.</summary>
internal abstract class DecisionCommand(IGrainFactory grains, params ImmutableArray<string> names) : ICommandHandler
{
    private const int Wrong = 2, Refused = 1;

    public abstract string Name { get; }

    public abstract string Usage { get; }

    public async Task<int> RunAsync(CommandCall call, CancellationToken ct)
    {
        if (CommandOptions.Read(call.Arguments, names.AsSpan()) is not { Words: [var one, var other] } options
            || !Guid.TryParse(one, out var first) || !Guid.TryParse(other, out var second)
            || await DecideAsync(grains.GetGrain<ITwinsGrain>(0), first, second, options) is not { } answer)
        {
            await call.WriteLine(Usage);
            return Wrong;
        }
        await call.WriteLine(answer.Sentence);
        return answer.Done ? 0 : Refused;
    }

    /// <summary>Decides; null when the options mean nothing.</summary>
    protected abstract Task<TwinAnswer?> DecideAsync(ITwinsGrain twins, Guid first, Guid second, CommandOptions options);
}
