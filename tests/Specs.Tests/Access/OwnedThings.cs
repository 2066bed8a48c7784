using Actors.Catalog.Provider;
using Actors.Catalog.Provider.Sync;
using Actors.Core.Accounts;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Specs.Tests.Access;

/// <summary>Creates resources of the first person, one for every operation whose path names a resource.</summary>
internal sealed class OwnedThings(SiloHost silo, Person owner)
{
    // Resources that every account sees, that the operation itself creates for the caller, or that belong to the program (OfRolesAsync tests its roles).
    private static readonly string[] s_everybodys =
    [
        "GET /api/events/{id}", "POST /api/events/{id}/register",
        "GET /api/v1/settings/{key}", "POST /api/v1/settings/{key}", "GET /api/v1/settings/{key}/history",
    ];

    private readonly Dictionary<string, Func<Task<string>>> _makers = [];

    /// <summary>The resources of all modules.</summary>
    public static OwnedThings Of(SiloHost silo, Person owner)
    {
        var things = new OwnedThings(silo, owner);
        things._makers.Add("DELETE /auth/sessions/{id}", things.SessionAsync);
        things._makers.Add("GET /api/events/{id}/register", things.RegistrationAsync);
        return things;
    }

    public OwnedThings With(string operation, string thing)
    {
        _makers.Add(operation, () => Task.FromResult(thing));
        return this;
    }

    public static bool IsEverybodys(ApiOperation operation) => s_everybodys.Contains(operation.ToString());

    public Func<Task<string>>? Maker(ApiOperation operation) => _makers.GetValueOrDefault(operation.ToString());

    private async Task<string> SessionAsync()
    {
        var caller = await silo.App.Services.GetRequiredService<IAccess>().CheckAsync(await owner.TokenAsync());
        return caller!.SessionId.ToString();
    }

    /// <summary>An event with open registration.</summary>
    public static async Task<Guid> EventAsync(SiloHost silo)
    {
        var id = Guid.NewGuid();
        var venue = new ProviderVenue(Guid.NewGuid(), "Hall");
        var tomorrow = TimeProvider.System.GetUtcNow().AddDays(1);
        var grain = silo.App.Services.GetRequiredService<IGrainFactory>().GetGrain<IProviderEventGrain>(id);
        await grain.Offer(new ProviderEvent(id, "Concert", tomorrow, true, null, null, venue));
        return id;
    }

    private async Task<string> RegistrationAsync()
    {
        var id = await EventAsync(silo);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/events/{id}/register");
        request.Headers.Authorization = new("Bearer", await owner.TokenAsync());
        using var answer = await silo.Client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return id.ToString();
    }
}
