using Actors.Accounts.Grains;
using Actors.Plumbing.Identity;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Specs.Tests.Access;

/// <summary>Makes things that belong to the first person, one for every kind of operation whose path names a thing.</summary>
internal sealed class OwnedThings(SiloHost silo, Person owner)
{
    /// <summary>By how paths begin.</summary>
    private Dictionary<string, Func<Task<string>>> Makers { get; } = [];

    /// <summary>Everything the rooms have.</summary>
    public static OwnedThings Of(SiloHost silo, Person owner)
    {
        var things = new OwnedThings(silo, owner);
        things.Makers.Add("/auth/sessions/{", things.SessionAsync);
        return things;
    }

    public OwnedThings With(string path, string thing)
    {
        Makers.Add(path, () => Task.FromResult(thing));
        return this;
    }

    public Func<Task<string>>? Maker(ApiOperation operation) =>
        Makers.FirstOrDefault(maker => operation.Path.StartsWith(maker.Key, StringComparison.Ordinal)).Value;

    private async Task<string> SessionAsync()
    {
        var current = (await silo.App.Services.GetRequiredService<IAccess>().CheckAsync(await owner.TokenAsync()))!.SessionId;
        var sessions = await silo.App.Services.GetRequiredService<IGrainFactory>().GetGrain<IAccountGrain>(owner.Id).Sessions();
        return sessions.First(session => session.Id == current).Id.ToString();
    }
}
