using Actors.Accounts.Roles;
using Actors.Accounts.Tests.Kit;
using Actors.Core.Accounts;
using Actors.Persistence;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Accounts.Tests.Roles;

/// <summary>Roles with their permissions: built-in ones, custom ones, and the permissions of callers (P2).</summary>
public sealed class RoleTests
{
    [Fact]
    public void Built_in_roles_have_the_documented_ids_and_permissions()
    {
        BuiltInRoles.All.Select(r => (r.Id, r.Key)).ShouldBe([(1, "superadmin"), (2, "admin"), (3, "user"), (4, "planner"), (5, "support")]);
        BuiltInRoles.SuperAdmin.Permissions.ShouldBe(Permissions.All);
        BuiltInRoles.Admin.Permissions.ShouldBe(Permissions.All.Remove(Permissions.RolesManage));
        BuiltInRoles.User.Permissions.ShouldBeEmpty();
        BuiltInRoles.All.SelectMany(r => r.Permissions).Except(Permissions.All).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_change_of_a_role_is_visible_to_the_next_request()
    {
        await using var room = await TestAccounts.StartAsync();
        var ann = await room.RegisterAsync();
        var (accounts, roles) = Of(room);
        (await MayAsync(room, ann, Permissions.ReviewsModerate)).ShouldBeFalse();

        var made = (await roles.CreateAsync("Moderators", [Permissions.ReviewsModerate])).Role!;
        (await accounts.SetRolesAsync(ann.AccountId, [made.Key])).ShouldBe(AccountChangeStatus.Done);
        (await MayAsync(room, ann, Permissions.ReviewsModerate)).ShouldBeTrue();
        (await MayAsync(room, ann, Permissions.UsersManage)).ShouldBeFalse();

        (await roles.ChangeAsync(made.Id, "Readers", [Permissions.UsersRead])).Status.ShouldBe(RoleChangeStatus.Done);
        (await MayAsync(room, ann, Permissions.ReviewsModerate)).ShouldBeFalse();
        (await MayAsync(room, ann, Permissions.UsersRead)).ShouldBeTrue();

        (await roles.DeleteAsync(made.Id)).Status.ShouldBe(RoleChangeStatus.Done);
        (await MayAsync(room, ann, Permissions.UsersRead)).ShouldBeFalse();
        var next = (await roles.CreateAsync("Readers", [Permissions.UsersRead])).Role!;
        next.Id.ShouldBeGreaterThan(made.Id);
        (await MayAsync(room, ann, Permissions.UsersRead)).ShouldBeFalse("a new role of the same name is another role");
    }

    [Fact]
    public async Task A_change_of_the_user_role_survives_a_restart()
    {
        using var folder = new TempFolder("roles");
        await using (var room = await TestAccounts.StartAsync(folder: folder))
            await Of(room).Roles.ChangeAsync(BuiltInRoles.User.Id, null, [Permissions.EventsCreate]);
        await using var again = await TestAccounts.StartAsync(folder: folder);
        (await MayAsync(again, await again.RegisterAsync(), Permissions.EventsCreate)).ShouldBeTrue();
    }

    [Fact]
    public async Task Invalid_changes_are_refused()
    {
        await using var room = await TestAccounts.StartAsync();
        var (accounts, roles) = Of(room);
        var ann = await room.RegisterAsync();
        var before = await roles.ListAsync();

        (await roles.CreateAsync("Admin", [])).Status.ShouldBe(RoleChangeStatus.NameTaken);
        (await roles.CreateAsync(" ", [])).Status.ShouldBe(RoleChangeStatus.Invalid);
        (await roles.CreateAsync(new string('x', IRoles.MaxName + 1), [])).Status.ShouldBe(RoleChangeStatus.Invalid);
        (await roles.CreateAsync("Others", ["everything"])).Status.ShouldBe(RoleChangeStatus.Invalid);
        (await roles.ChangeAsync(BuiltInRoles.SuperAdmin.Id, null, [])).Status.ShouldBe(RoleChangeStatus.BuiltIn);
        (await roles.ChangeAsync(BuiltInRoles.Admin.Id, "Boss", null)).Status.ShouldBe(RoleChangeStatus.BuiltIn);
        (await roles.DeleteAsync(BuiltInRoles.User.Id)).Status.ShouldBe(RoleChangeStatus.BuiltIn);
        (await roles.DeleteAsync(99)).Status.ShouldBe(RoleChangeStatus.NotFound);
        (await accounts.SetRolesAsync(ann.AccountId, ["root"])).ShouldBe(AccountChangeStatus.NoSuchRole);
        (await accounts.SetRolesAsync(Guid.NewGuid(), [AccountRoles.Admin])).ShouldBe(AccountChangeStatus.NotFound);

        (await roles.ListAsync()).Select(r => r.Key).ShouldBe(before.Select(r => r.Key));
        (await room.CheckAsync(ann.Tokens.AccessToken))!.Roles.ShouldBe([AccountRoles.User]);
    }

    [Fact]
    public void Roles_are_stored_the_most_powerful_first() =>
        new RoleBook().Normalised([AccountRoles.Support, AccountRoles.SuperAdmin, AccountRoles.User])
            .ShouldBe([AccountRoles.SuperAdmin, AccountRoles.Admin, AccountRoles.Support, AccountRoles.User]);

    // In a cluster, a silo uses its copy no longer than the bound, and a change returns after it.
    [Fact]
    public async Task Another_silo_reads_the_roles_again_after_the_bound()
    {
        var time = new ManualTimeProvider();
        await using var room = await TestAccounts.StartAsync(time);
        var elsewhere = new RolePermissions(room.Services.GetRequiredService<IRowStore>(), RolePermissions.InCluster, time);
        (await elsewhere.OfAsync([AccountRoles.User])).ShouldBeEmpty();

        await Of(room).Roles.ChangeAsync(BuiltInRoles.User.Id, null, [Permissions.EventsCreate]);

        (await elsewhere.OfAsync([AccountRoles.User])).ShouldBeEmpty();
        time.Advance(RolePermissions.InCluster);
        (await elsewhere.OfAsync([AccountRoles.User])).ShouldBe([Permissions.EventsCreate]);
    }

    private static async Task<bool> MayAsync(TestAccounts room, SignedIn person, string permission) =>
        (await room.CheckAsync(person.Tokens.AccessToken))!.Has(permission);

    private static (IAccounts Accounts, IRoles Roles) Of(TestAccounts room) =>
        (room.Services.GetRequiredService<IAccounts>(), room.Services.GetRequiredService<IRoles>());
}
