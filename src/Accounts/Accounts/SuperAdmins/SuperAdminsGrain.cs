using System.Collections.Immutable;
using Actors.Core.Accounts;
using Actors.Grains.Calls;
using Actors.Grains.Storage;
using Actors.Persistence;

namespace Actors.Accounts.Accounts.SuperAdmins;

/// <summary>
/// Serializes all changes that may remove a super admin, so that one always remains: if two demote each other, one is refused. Key:
/// <see cref="SuperAdminsRow.Key"/>.
/// </summary>
[Alias("accounts.ISuperAdminsGrain")]
internal interface ISuperAdminsGrain : IGrainWithStringKey
{
    /// <inheritdoc cref="IAccountGrain.SetRoles"/>
    [Alias("SetRoles"), Repeatable(Repeat.IfRefused)]
    Task<AccountChangeStatus> SetRoles(Guid account, ImmutableArray<string> roles);

    /// <inheritdoc cref="IAccountGrain.SetDisabled"/>
    [Alias("SetDisabled"), Repeatable(Repeat.IfRefused)]
    Task<AccountChangeStatus> SetDisabled(Guid account, bool disabled);

    /// <inheritdoc cref="IAccountGrain.Erase"/>
    [Alias("Erase"), Repeatable(Repeat.Always)]
    Task<AccountChangeStatus> Erase(Guid account);

    /// <summary>Records a new super admin.</summary>
    [Alias("Note"), Repeatable(Repeat.Always)]
    Task Note(Guid account);
}

/// <summary>
/// The super admins that can sign in. Every listed account is one: accounts are removed here before and added here after their own change.
/// </summary>
[GenerateSerializer, Alias("accounts.SuperAdminsState")]
internal sealed record SuperAdminsState
{
    [Id(0)] public ImmutableArray<Guid> Accounts { get; init; } = [];
}

/// <summary>Maps the list to the row of table <c>super_admins</c>.</summary>
internal static class SuperAdminsRow
{
    /// <summary>The name of the grain storage.</summary>
    public const string Storage = "super_admins";

    /// <summary>The key of the grain and the row.</summary>
    public const string Key = "super_admins";

    public static readonly RowKind<SuperAdminsState> Kind = new("super_admins", StoredJson.TypeInfo<SuperAdminsState>());

    public static ISuperAdminsGrain GetSuperAdmins(this IGrainFactory grains) => grains.GetGrain<ISuperAdminsGrain>(Key);
}

/// <summary>
/// Holds the list of super admins. After a crash, a super admin may be missing from the list for a moment; then a removal is refused although another
/// one exists, which is safe. The etag of the row detects a second activation.
/// </summary>
internal sealed class SuperAdminsGrain([PersistentState("admins", SuperAdminsRow.Storage)] IPersistentState<SuperAdminsState> admins) : Grain, ISuperAdminsGrain
{
    public Task<AccountChangeStatus> SetRoles(Guid account, ImmutableArray<string> roles) =>
        ChangeAsync(account, card => !card.Disabled && roles.Contains(AccountRoles.SuperAdmin), grain => grain.SetRoles(roles));

    public Task<AccountChangeStatus> SetDisabled(Guid account, bool disabled) =>
        ChangeAsync(account, card => !disabled && IsSuper(card), grain => grain.SetDisabled(disabled));

    public Task<AccountChangeStatus> Erase(Guid account) => ChangeAsync(account, _ => false, grain => grain.Erase());

    public Task Note(Guid account) => admins.State.Accounts.Contains(account) ? Task.CompletedTask : SaveAsync(admins.State.Accounts.Add(account));

    private async Task<AccountChangeStatus> ChangeAsync(Guid account, Func<AccountCard, bool> staysSuper, Func<IAccountGrain, Task<bool>> change)
    {
        var grain = GrainFactory.GetGrain<IAccountGrain>(account);
        if (await grain.Card() is not { Erased: false } card) return AccountChangeStatus.NotFound;
        var (was, stays) = (!card.Disabled && IsSuper(card), staysSuper(card));
        if (was && !stays)
        {
            var others = admins.State.Accounts.Remove(account);
            if (others.IsEmpty) return AccountChangeStatus.LastSuperAdmin;
            await SaveAsync(others);
        }

        if (!await change(grain)) return AccountChangeStatus.NotFound;
        if (stays) await Note(account);
        return AccountChangeStatus.Done;
    }

    private static bool IsSuper(AccountCard card) => card.Roles.Contains(AccountRoles.SuperAdmin);

    private Task SaveAsync(ImmutableArray<Guid> accounts) =>
        accounts.SequenceEqual(admins.State.Accounts) ? Task.CompletedTask : admins.SaveAsync(new SuperAdminsState { Accounts = accounts }, this);
}
