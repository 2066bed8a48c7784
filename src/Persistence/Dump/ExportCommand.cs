using System.Data.Common;
using Actors.Core.Commands;
using Actors.Persistence.Writing;

namespace Actors.Persistence.Dump;

/// <summary><c>export FILE</c>: every row of every table as lines of JSON, as of one moment, whatever is written meanwhile. Changes nothing, the schema neither.</summary>
internal sealed class ExportCommand(StorageStartup startup, IEngine engine, IEnumerable<IOwnTables> own) : ICommandHandler
{
    public static CommandSyntax Syntax { get; } =
        new CommandSyntax("export", "writes everything the database holds, for import into another database").Word("FILE");

    public string Name => Syntax.Name;

    public string Usage => Syntax.Usage;

    public bool NeedsGrains => false;

    public StoreNeed Store => StoreNeed.Unchanged;

    public async Task<int> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var given = Syntax.Read(call.Arguments);
        if (!given.Ok) return await given.RefuseAsync(call.WriteLine).ConfigureAwait(false);
        await startup.ReadyAsync(Store, cancellationToken).ConfigureAwait(false);
        try
        {
            await call.WriteLine($"{await NewFile.WriteAsync(given.Word(0), file => WriteAsync(file, cancellationToken)).ConfigureAwait(false)} rows in {given.Word(0)}").ConfigureAwait(false);
            return CommandExit.Done;
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException or DbException)
        {
            await call.WriteLine($"Nothing was exported: {refusal.Message}").ConfigureAwait(false);
            return CommandExit.Refused;
        }
    }

    private async Task<long> WriteAsync(Stream file, CancellationToken cancellationToken)
    {
        var transaction = await engine.BeginSnapshotAsync(cancellationToken).ConfigureAwait(false);
        await using var connection = transaction.Connection!.ConfigureAwait(false);
        await using var _ = transaction.ConfigureAwait(false);
        long rows = 0;
        foreach (var name in await Tables.NamesAsync(transaction, engine.Provider, own, cancellationToken).ConfigureAwait(false))
        {
            var keeper = own.FirstOrDefault(tables => tables.Common.Contains(name));
            var read = keeper is null ? Tables.RowsAsync(transaction, name, cancellationToken) : keeper.RowsAsync(transaction, name, cancellationToken);
            await foreach (var row in read.ConfigureAwait(false))
            {
                await MovedFile.WriteAsync(file, row, cancellationToken).ConfigureAwait(false);
                rows++;
            }
        }

        await MovedFile.EndAsync(file, rows, cancellationToken).ConfigureAwait(false);
        return rows;
    }
}
