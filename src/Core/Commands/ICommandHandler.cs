namespace Actors.Core.Commands;

/// <summary>
/// A command for operators, for example <c>createsuperuser</c>. It runs inside the running program, or in its own process when none runs.
/// </summary>
public interface ICommandHandler
{
    /// <summary>The first word of the command line.</summary>
    string Name { get; }

    /// <summary>Arguments and description, in one line.</summary>
    string Usage { get; }

    /// <summary>False if the command is only useful for a running program.</summary>
    bool RunsOffline => true;

    /// <summary>False if the command needs only the database, so that it can run without a cluster and beside one.</summary>
    bool NeedsGrains => true;

    /// <summary>The state of the database that it needs.</summary>
    StoreNeed Store => StoreNeed.Upgraded;

    /// <summary>Runs the command.</summary>
    /// <returns>The exit code; 0 is success.</returns>
    Task<int> RunAsync(CommandCall call, CancellationToken cancellationToken);
}
