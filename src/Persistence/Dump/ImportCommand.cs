using System.Data.Common;
using Actors.Core.Commands;
using Actors.Persistence.Locking;
using Actors.Persistence.Writing;

namespace Actors.Persistence.Dump;

/// <summary><c>import FILE</c>: what <c>export</c> wrote, into an empty database, all of it or nothing.</summary>
internal sealed class ImportCommand(StorageStartup startup, IEngine engine, IEnumerable<IOwnTables> own) : ICommandHandler
{
    public static CommandSyntax Syntax { get; } =
        new CommandSyntax("import", "reads what export wrote into a database that no program has used yet").Word("FILE");

    public string Name => Syntax.Name;

    public string Usage => Syntax.Usage;

    public bool NeedsGrains => false;

    public StoreNeed Store => StoreNeed.Alone;

    public async Task<int> RunAsync(CommandCall call, CancellationToken ct)
    {
        var given = Syntax.Read(call.Arguments);
        if (!given.Ok) return await given.RefuseAsync(call.WriteLine).ConfigureAwait(false);
        try
        {
            await startup.ReadyAsync(Store, ct).ConfigureAwait(false);
            await call.WriteLine($"{await ReadAsync(given.Word(0), ct).ConfigureAwait(false)} rows imported").ConfigureAwait(false);
            return CommandExit.Done;
        }
        catch (Exception refusal) when (refusal is MoveRefusedException or AlreadyRunningException or IOException or UnauthorizedAccessException or DbException)
        {
            await call.WriteLine($"Nothing was imported: {refusal.Message}").ConfigureAwait(false);
            return CommandExit.Refused;
        }
    }

    private async Task<long> ReadAsync(string path, CancellationToken ct)
    {
        var file = File.OpenRead(path);
        await using var _ = file.ConfigureAwait(false);
        var transaction = await engine.BeginSchemaAsync(ct).ConfigureAwait(false);
        await using var connection = transaction.Connection!.ConfigureAwait(false);
        await using var __ = transaction.ConfigureAwait(false);
        await RefuseUsedAsync(transaction, ct).ConfigureAwait(false);
        var rows = await Tables.ReadAsync(transaction, MovedFile.RowsAsync(file, ct), ct).ConfigureAwait(false);
        foreach (var tables in own) await tables.PackAsync(transaction, ct).ConfigureAwait(false);
        await transaction.CommitAsync(ct).ConfigureAwait(false);
        return rows;
    }

    private async Task RefuseUsedAsync(DbTransaction transaction, CancellationToken ct)
    {
        string[] names = [.. await Tables.NamesAsync(transaction, engine.Provider, own, ct).ConfigureAwait(false), .. own.SelectMany(tables => tables.Rows)];
        foreach (var name in names)
        {
            if (await Tables.AnyAsync(transaction, name, ct).ConfigureAwait(false))
                throw new MoveRefusedException($"table {name} is not empty. Import into a new database.");
        }
    }
}
