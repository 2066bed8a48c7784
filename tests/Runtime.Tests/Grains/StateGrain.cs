using Orleans.Storage;

namespace Actors.Runtime.Tests.Grains;

[Alias("runtime.IStateGrain")]
internal interface IStateGrain : IGrainWithStringKey
{
    Task<string> Get();

    Task Set(string text);

    /// <summary>Changes the state in memory only.</summary>
    Task SetUnwritten(string text);

    Task Clear();

    Task Reread();

    Task<bool> Exists();

    Task<string?> Version();

    Task<Guid> Mark();

    Task Leave();

    /// <summary>Writes and catches a conflict.</summary>
    Task<bool> TrySet(string text);

    Task<string> SetOutside();

    Task SetOther(IStateGrain other, string text);
}

[GenerateSerializer, Alias("runtime.TextState")]
internal sealed class TextState
{
    [Id(0)]
    public string Text { get; set; } = "new";
}

internal sealed class StateGrain(
    [PersistentState("state-grain")] IPersistentState<TextState> state,
    [PersistentState("state-grain-named", "named")] IPersistentState<TextState> named) : Grain, IStateGrain
{
    private readonly Guid _mark = Guid.NewGuid();
    private string? _seen;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _seen = state.State.Text;
        return Task.CompletedTask;
    }

    public Task<string> Get() => Task.FromResult($"{_seen}, {state.State.Text}, {named.State.Text}");

    public async Task Set(string text)
    {
        state.State.Text = text;
        await state.WriteStateAsync();
        named.State.Text = text + " by name";
        await named.WriteStateAsync();
    }

    public Task SetUnwritten(string text)
    {
        state.State.Text = text;
        return Task.CompletedTask;
    }

    public Task Clear() => state.ClearStateAsync();

    public Task Reread() => state.ReadStateAsync();

    public Task<bool> Exists() => Task.FromResult(state.RecordExists);

    public Task<string?> Version() => Task.FromResult(state.Etag);

    public Task<Guid> Mark() => Task.FromResult(_mark);

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public async Task<bool> TrySet(string text)
    {
        try
        {
            state.State.Text = text;
            await state.WriteStateAsync();
            return true;
        }
        catch (InconsistentStateException)
        {
            return false;
        }
    }

    public Task<string> SetOutside() => Task.Run(async () =>
    {
        try
        {
            await state.WriteStateAsync();
            return "written";
        }
        catch (InvalidOperationException)
        {
            return "refused";
        }
    });

    public Task SetOther(IStateGrain other, string text) => other.Set(text);
}

[Alias("runtime.IBrokenGrain")]
internal interface IBrokenGrain : IGrainWithStringKey
{
    Task Write();
}

internal sealed class BrokenGrain([PersistentState("broken-grain", "broken")] IPersistentState<TextState> state) : Grain, IBrokenGrain
{
    public Task Write() => state.WriteStateAsync();
}
