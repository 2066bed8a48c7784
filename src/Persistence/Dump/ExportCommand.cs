using System.Data.Common;
using Actors.Core.Commands;
using Actors.Persistence.Writing;

namespace Actors.Persistence.Dump;

/// <summary><c>export FILE</c>: writes every row of every table as a line of JSON, from one snapshot. It changes nothing, not even the schema.</summary>
internal sealed class ExportCommand(StorageStartup startup, IEngine engine, IEnumerable<IOwnTables> own) : ICommandHandler
{
    public static CommandSyntax Syntax { get; } =
        new CommandSyntax("export", "writes all rows of the database to a file, for import into another database").Word("FILE");

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
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DbException)
        {
            await call.WriteLine($"Nothing was exported: {exception.Message}").ConfigureAwait(false);
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
            var packed = own.FirstOrDefault(tables => tables.Common.Contains(name));
            var read = packed is null ? Tables.RowsAsync(transaction, name, cancellationToken) : packed.RowsAsync(transaction, name, cancellationToken);
            await foreach (var row in read.ConfigureAwait(false))
            {
                await DumpFile.WriteAsync(file, row, cancellationToken).ConfigureAwait(false);
                rows++;
            }
        }

        await DumpFile.EndAsync(file, rows, cancellationToken).ConfigureAwait(false);
        return rows;
    }
}
