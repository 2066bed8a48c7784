using System.Collections.Immutable;
using Actors.Core.Accounts;
using Actors.Grains.Calls;
using Actors.Grains.Storage;
using Orleans.Concurrency;

namespace Actors.Accounts.Roles;

/// <summary>Changes the roles of the installation, one change at a time. Key: <see cref="RoleBookRow.Key"/>.</summary>
[Alias("accounts.IRolesGrain")]
internal interface IRolesGrain : IGrainWithStringKey
{
    /// <inheritdoc cref="IRoles.ListAsync"/>
    [Alias("List"), AlwaysInterleave, ReadOnly]
    Task<ImmutableArray<AccountRole>> List();

    /// <inheritdoc cref="IRoles.CreateAsync"/>
    [Alias("Create"), Repeatable(Repeat.IfRefused)]
    Task<RoleChange> Create(string name, ImmutableArray<string> permissions);

    /// <inheritdoc cref="IRoles.ChangeAsync"/>
    [Alias("Change"), Repeatable(Repeat.Always)]
    Task<RoleChange> Change(int id, string? name, ImmutableArray<string>? permissions);

    /// <inheritdoc cref="IRoles.DeleteAsync"/>
    [Alias("Delete"), Repeatable(Repeat.IfRefused)]
    Task<RoleChange> Delete(int id);
}

/// <summary>Holds the roles. A change returns when no silo uses the old roles any more.</summary>
internal sealed class RolesGrain(
    [PersistentState("roles", RoleBookRow.Storage)] IPersistentState<RoleBook> book, RolePermissions permissions, TimeProvider timeProvider) : Grain, IRolesGrain
{
    public Task<ImmutableArray<AccountRole>> List() => Task.FromResult(book.State.Roles);

    public Task<RoleChange> Create(string name, ImmutableArray<string> allowed) => SaveAsync(book.State.With(name, allowed));

    public Task<RoleChange> Change(int id, string? name, ImmutableArray<string>? allowed) => SaveAsync(book.State.With(id, name, allowed));

    public Task<RoleChange> Delete(int id) => SaveAsync(book.State.Without(id));

    private async Task<RoleChange> SaveAsync((RoleBook Book, RoleChange Change) next)
    {
        if (next.Book == book.State) return next.Change;
        await book.SaveAsync(next.Book, this);
        permissions.Take(next.Book);
        // By then, all other silos have read the row again.
        if (permissions.Bound is { } bound) await Task.Delay(bound, timeProvider);
        return next.Change;
    }
}

/// <summary>The API of roles for other modules.</summary>
internal sealed class RoleDirectory(IGrainFactory grains) : IRoles
{
    private IRolesGrain Grain => grains.GetGrain<IRolesGrain>(RoleBookRow.Key);

    public Task<ImmutableArray<AccountRole>> ListAsync(CancellationToken cancellationToken) => Grain.List().WaitAsync(cancellationToken);

    public Task<RoleChange> CreateAsync(string name, ImmutableArray<string> permissions, CancellationToken cancellationToken) =>
        Grain.Create(name, permissions).WaitAsync(cancellationToken);

    public Task<RoleChange> ChangeAsync(int id, string? name, ImmutableArray<string>? permissions, CancellationToken cancellationToken) =>
        Grain.Change(id, name, permissions).WaitAsync(cancellationToken);

    public Task<RoleChange> DeleteAsync(int id, CancellationToken cancellationToken) => Grain.Delete(id).WaitAsync(cancellationToken);
}
