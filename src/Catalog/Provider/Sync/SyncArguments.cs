using Actors.Core.Commands;

namespace Actors.Catalog.Provider.Sync;

/// <summary>The arguments of <c>sync_events</c>.</summary>
/// <param name="Since">The first day; null means yesterday.</param>
internal sealed record SyncArguments(DateOnly? Since)
{
    public static readonly CommandSyntax Syntax = new CommandSyntax("sync_events", "fetches events that changed since yesterday or a given day, or all events")
        .Option("date", "YYYY-MM-DD").Flag("all");

    /// <summary>Reads the arguments; problems are added to <paramref name="given"/>.</summary>
    public static SyncArguments Read(CommandArguments given)
    {
        var (since, all) = (given.Day("date"), given.Has("all"));
        if (all && given.Text("date") is not null) given.Refuse("--date and --all cannot be combined.");
        return new(all ? SyncDay.First : since);
    }
}
