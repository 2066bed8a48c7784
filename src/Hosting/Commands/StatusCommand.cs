using System.Globalization;
using Actors.Core.Commands;
using Actors.Core.Holding;
using Actors.Persistence;
using Actors.Web.Listeners;

namespace Actors.Hosting.Commands;

/// <summary><c>status</c>: says what the running program is and how it does.</summary>
internal sealed class StatusCommand(ListenerPlan listeners, IDatabase database, IHeldStore store, TimeProvider timeProvider) : ICommandHandler
{
    private static readonly CommandSyntax s_syntax = new("status", "since when the program runs, where it listens, and whether its database answers");

    private readonly DateTimeOffset _since = timeProvider.GetUtcNow();

    public string Name => s_syntax.Name;

    public string Usage => s_syntax.Usage;

    public bool RunsOffline => false;

    public async Task<int> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var given = s_syntax.Read(call.Arguments);
        if (!given.Ok) return await given.RefuseAsync(call.WriteLine);
        await call.WriteLine(string.Create(CultureInfo.InvariantCulture, $"running   process {Environment.ProcessId}, since {_since:u}"));
        await call.WriteLine($"listening {string.Join(' ', listeners.AllUrls)}");
        try
        {
            await database.PingAsync(cancellationToken);
            await call.WriteLine($"database  {database.Provider}, answers");
            if (await store.IsHeldAsync(cancellationToken)) await call.WriteLine($"held      {IHeldStore.Sentence}");
            return CommandExit.Done;
        }
        catch (StoreUnavailableException)
        {
            await call.WriteLine($"database  {database.Provider}, does not answer");
            return CommandExit.Refused;
        }
    }
}
