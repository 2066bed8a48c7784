using Actors.Accounts.Passwords;
using Actors.Core.Accounts;
using Actors.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Specs.Tests.Access;

/// <summary>Two users, and one account of every role.</summary>
internal sealed record People(Person First, Person Other, Person Support, Person Planner, Person Admin)
{
    private const int CheapIterations = 10;

    public IEnumerable<Person> All => [First, Other, Support, Planner, Admin];

    /// <summary>A silo with fast password hashing and the test's additions.</summary>
    public static Task<SiloHost> StartSiloAsync(Action<WebApplication>? plant = null, SiloSettings? settings = null) => SiloHost.StartAsync(
        (arguments, also) =>
        {
            var app = SiloApp.Create(arguments, also);
            plant?.Invoke(app);
            return app;
        },
        settings,
        builder => builder.Services.AddSingleton(new PasswordSettings { Iterations = CheapIterations }));

    public static async Task<People> RegisterAsync(SiloHost silo) => new(
        await Person.RegisterAsync(silo, "first"),
        await Person.RegisterAsync(silo, "other"),
        await Person.RegisterAsync(silo, "support", AccountRoles.Support),
        await Person.RegisterAsync(silo, "planner", AccountRoles.Planner),
        await Person.RegisterAsync(silo, "admin", AccountRoles.Admin));
}
