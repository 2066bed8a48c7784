using Actors.Plumbing.Commands;
using Actors.Plumbing.Storage.Writing;

namespace Actors.Plumbing.Storage.Moving;

/// <summary><c>export FILE</c>: every row of every table as lines of JSON, as of one moment, whatever is written meanwhile.</summary>
internal sealed class ExportCommand(StorageStartup startup, IEngine engine, IEnumerable<IOwnTables> own) : ICommandHandler
{
    private static readonly CommandSyntax s_syntax = new CommandSyntax("export", "writes everything the database holds, for import into either build").Word("FILE");

    public string Name => s_syntax.Name;

    public string Usage => s_syntax.Usage;

    public bool NeedsGrains => false;

    public async Task<int> RunAsync(CommandCall call, CancellationToken ct)
    {
        var given = s_syntax.Read(call.Arguments);
        if (!given.Ok) return await given.RefuseAsync(call.WriteLine).ConfigureAwait(false);
        await startup.ReadyAsync(ct).ConfigureAwait(false);
        var rows = await WriteAsync(given.Word(0), ct).ConfigureAwait(false);
        await call.WriteLine($"{rows} rows in {given.Word(0)}").ConfigureAwait(false);
        return CommandExit.Done;
    }

    // Never committed: what was unpacked for the export goes with the transaction.
    private async Task<long> WriteAsync(string path, CancellationToken ct)
    {
        var transaction = await engine.BeginSnapshotAsync(ct).ConfigureAwait(false);
        await using var connection = transaction.Connection!.ConfigureAwait(false);
        await using var _ = transaction.ConfigureAwait(false);
        foreach (var tables in own) await tables.UnpackAsync(transaction, ct).ConfigureAwait(false);
        var names = await Tables.NamesAsync(transaction, engine.Provider, own, ct).ConfigureAwait(false);
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        await using var __ = file.ConfigureAwait(false);
        long rows = 0;
        foreach (var name in names) rows += await Tables.WriteAsync(transaction, name, file, ct).ConfigureAwait(false);
        await MovedFile.EndAsync(file, rows, ct).ConfigureAwait(false);
        file.Flush(flushToDisk: true);
        return rows;
    }
}
