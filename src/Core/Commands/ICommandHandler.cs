namespace Actors.Core.Commands;

/// <summary>A command for operators (<c>createsuperuser</c>, <c>migrate</c>): runs inside the running program, or offline when there is none.</summary>
public interface ICommandHandler
{
    /// <summary>The word on the command line.</summary>
    string Name { get; }

    /// <summary>Its arguments and what it does, in one line.</summary>
    string Usage { get; }

    /// <summary>False when the command is about the running program, so that without one there is nothing to do.</summary>
    bool RunsOffline => true;

    /// <summary>False when storage is enough, so that the command may run beside a cluster and before there is one.</summary>
    bool NeedsGrains => true;

    /// <summary>What it needs of the store.</summary>
    StoreNeed Store => StoreNeed.Upgraded;

    /// <summary>Runs the command.</summary>
    /// <returns>The exit code; 0 is success.</returns>
    Task<int> RunAsync(CommandCall call, CancellationToken cancellationToken);
}
