using Actors.Runtime.Tests.Hosting;

namespace Actors.Runtime.Tests.Grains;

[Alias("runtime.IFilteredGrain")]
internal interface IFilteredGrain : IGrainWithStringKey
{
    Task<int> Add(int one, int two);

    Task<int> Ask(IFilteredGrain other);

    ValueTask Nothing();

    Task<int> Refused();
}

/// <summary>A grain that filters its own calls.</summary>
internal sealed class FilteredGrain(Journal journal) : Grain, IFilteredGrain, IIncomingGrainCallFilter
{
    public Task<int> Add(int one, int two)
    {
        journal.Write($"add {one} {two}");
        return Task.FromResult(one + two);
    }

    public Task<int> Ask(IFilteredGrain other) => other.Add(1, 1);

    public ValueTask Nothing() => ValueTask.CompletedTask;

    public Task<int> Refused() => Task.FromResult(1);

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        journal.Write("own before " + context.MethodName);
        await context.Invoke();
        journal.Write("own after " + context.MethodName);
    }
}
