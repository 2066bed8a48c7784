using Orleans.Concurrency;

namespace Actors.Cluster.Tests.Engine;

/// <summary>A grain that uses the same features of Orleans as the program's grains.</summary>
[Alias("test.IEngineGrain")]
internal interface IEngineGrain : IGrainWithStringKey
{
    /// <summary>Completes when the test releases it; returns the id of the activation.</summary>
    [Alias("Work")]
    Task<Guid> Work();

    /// <summary>The id of the activation.</summary>
    [Alias("Mark")]
    Task<Guid> Mark();

    /// <summary>The id of the activation; interleaves with other calls.</summary>
    [AlwaysInterleave, Alias("Look")]
    Task<Guid> Look();

    [Alias("Read")]
    Task<string> Read();

    [Alias("Write")]
    Task Write(string text);

    [Alias("Leave")]
    Task Leave();

    [Alias("Seen")]
    Task<string?> Seen();

    [Alias("Tick")]
    Task Tick(TimeSpan period);

    [Alias("Remind")]
    Task Remind(TimeSpan period);
}

/// <summary>Records the actions of grains, and releases their calls.</summary>
internal sealed class Journal
{
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];

    /// <summary>Releases running calls.</summary>
    public TaskCompletionSource Release { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_gate)
                return [.. _lines];
        }
    }

    public void Write(string line)
    {
        lock (_gate)
            _lines.Add(line);
    }
}

internal sealed class EngineState
{
    public string Text { get; set; } = "new";
}

internal sealed class EngineGrain([PersistentState("engine")] IPersistentState<EngineState> state, Journal journal) : Grain, IEngineGrain, IRemindable
{
    public const string ContextKey = "test";

    private readonly Guid _mark = Guid.NewGuid();
    private int _ticks;

    public async Task<Guid> Work()
    {
        journal.Write("working");
        await journal.Release.Task;
        return _mark;
    }

    public Task<Guid> Mark() => Task.FromResult(_mark);

    public Task<Guid> Look() => Task.FromResult(_mark);

    public Task<string> Read() => Task.FromResult(state.State.Text);

    public Task Write(string text)
    {
        state.State.Text = text;
        return state.WriteStateAsync();
    }

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public Task<string?> Seen() => Task.FromResult(RequestContext.Get(ContextKey) as string);

    public Task Tick(TimeSpan period)
    {
        this.RegisterGrainTimer(Ticked, period, period);
        return Task.CompletedTask;
    }

    public Task Remind(TimeSpan period) => this.RegisterOrUpdateReminder("reminder", period, period);

    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        journal.Write($"{reminderName} {(status.CurrentTickTime - status.FirstTickTime).TotalHours:0}");
        return Task.CompletedTask;
    }

    private Task Ticked()
    {
        journal.Write($"tick {++_ticks}, {RequestContext.Get(ContextKey) ?? "no context"}");
        return Task.CompletedTask;
    }
}
