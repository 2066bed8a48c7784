namespace Actors.Runtime.Tests.Grains;

[Alias("runtime.IContextGrain")]
internal interface IContextGrain : IGrainWithStringKey
{
    Task<string?> Get(string key);

    Task<string?> GetThroughAnother(string key);

    Task Set(string key, string value);

    Task<bool> SeesAsyncLocal();
}

internal sealed class ContextGrain : Grain, IContextGrain
{
    public static AsyncLocal<string?> Local { get; } = new();

    public Task<string?> Get(string key) => Task.FromResult(RequestContext.Get(key) as string);

    public async Task<string?> GetThroughAnother(string key)
    {
        await Task.Yield();
        return await GrainFactory.GetGrain<IContextGrain>("another").Get(key);
    }

    public Task Set(string key, string value)
    {
        RequestContext.Set(key, value);
        return Task.CompletedTask;
    }

    public Task<bool> SeesAsyncLocal() => Task.FromResult(Local.Value is not null);
}
