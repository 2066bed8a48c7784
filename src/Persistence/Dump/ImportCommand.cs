using System.Data.Common;
using Actors.Core.Commands;
using Actors.Core.Holding;
using Actors.Persistence.Holding;
using Actors.Persistence.Locking;
using Actors.Persistence.Writing;
using Dapper;

namespace Actors.Persistence.Dump;

/// <summary><c>import FILE</c>: imports a dump into an empty database, all or nothing. The store is held afterwards.</summary>
internal sealed class ImportCommand(StorageStartup startup, IEngine engine, IEnumerable<IOwnTables> own, TimeProvider timeProvider) : ICommandHandler
{
    public static CommandSyntax Syntax { get; } =
        new CommandSyntax("import", "imports the file of export into an empty database").Word("FILE");

    public string Name => Syntax.Name;

    public string Usage => Syntax.Usage;

    public bool NeedsGrains => false;

    public StoreNeed Store => StoreNeed.Alone;

    public async Task<int> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var given = Syntax.Read(call.Arguments);
        if (!given.Ok) return await given.RefuseAsync(call.WriteLine).ConfigureAwait(false);
        try
        {
            await startup.ReadyAsync(Store, cancellationToken).ConfigureAwait(false);
            await call.WriteLine($"{await ReadAsync(given.Word(0), cancellationToken).ConfigureAwait(false)} rows imported").ConfigureAwait(false);
            await call.WriteLine(IHeldStore.Sentence).ConfigureAwait(false);
            return CommandExit.Done;
        }
        catch (Exception exception) when (exception is DumpRefusedException or AlreadyRunningException or IOException or UnauthorizedAccessException or DbException)
        {
            await call.WriteLine($"Nothing was imported: {exception.Message}").ConfigureAwait(false);
            return CommandExit.Refused;
        }
    }

    private async Task<long> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var file = File.OpenRead(path);
        await using var _ = file.ConfigureAwait(false);
        var transaction = await engine.BeginSchemaAsync(cancellationToken).ConfigureAwait(false);
        await using var connection = transaction.Connection!.ConfigureAwait(false);
        await using var __ = transaction.ConfigureAwait(false);
        await RefuseUsedAsync(transaction, cancellationToken).ConfigureAwait(false);
        var rows = await Tables.ReadAsync(transaction, DumpFile.RowsAsync(file, cancellationToken), cancellationToken).ConfigureAwait(false);
        foreach (var tables in own) await tables.PackAsync(transaction, cancellationToken).ConfigureAwait(false);
        await HoldAsync(transaction, cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return rows;
    }

    // In the same transaction as the rows, so that no program can start without the hold.
    private Task HoldAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        var held = new { reason = Name, since = timeProvider.GetUtcNow() };
        return transaction.Connection!.ExecuteAsync(new CommandDefinition(StoreHold.SetSql, held, transaction, cancellationToken: cancellationToken));
    }

    private async Task RefuseUsedAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        string[] names = [.. await Tables.NamesAsync(transaction, engine.Provider, own, cancellationToken).ConfigureAwait(false), .. own.SelectMany(tables => tables.Rows)];
        foreach (var name in names)
        {
            if (await Tables.AnyAsync(transaction, name, cancellationToken).ConfigureAwait(false))
                throw new DumpRefusedException($"table {name} is not empty. Import into a new database.");
        }
    }
}
