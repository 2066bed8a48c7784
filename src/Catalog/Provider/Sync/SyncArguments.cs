using Actors.Core.Commands;

namespace Actors.Catalog.Provider.Sync;

/// <summary>What <c>sync_events</c> is told.</summary>
/// <param name="Since">The day to begin with; null: yesterday.</param>
internal sealed record SyncArguments(DateOnly? Since)
{
    public static readonly CommandSyntax Syntax = new CommandSyntax("sync_events", "fetches the events that changed since yesterday, a day, or ever")
        .Option("date", "YYYY-MM-DD").Flag("all");

    /// <summary>Reads them; what is wrong is in <paramref name="given"/>.</summary>
    public static SyncArguments Read(CommandArguments given)
    {
        var (since, all) = (given.Day("date"), given.Has("all"));
        if (all && given.Text("date") is not null) given.Refuse("--date and --all exclude each other.");
        return new(all ? SyncDay.First : since);
    }
}
