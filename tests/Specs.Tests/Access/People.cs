using Actors.Plumbing.Identity;
using Actors.TestKit;

namespace Actors.Specs.Tests.Access;

/// <summary>One of each: two users, and one of every role.</summary>
internal sealed record People(Person First, Person Other, Person Support, Person Planner, Person Admin)
{
    public IEnumerable<Person> All => [First, Other, Support, Planner, Admin];

    public static async Task<People> RegisterAsync(SiloHost silo) => new(
        await Person.RegisterAsync(silo, "first"),
        await Person.RegisterAsync(silo, "other"),
        await Person.RegisterAsync(silo, "support", AccountRoles.Support),
        await Person.RegisterAsync(silo, "planner", AccountRoles.Planner),
        await Person.RegisterAsync(silo, "admin", AccountRoles.Admin));
}
