namespace Actors.Core.Commands;

/// <summary>A command that needs no running program: it is carried out by the process that was asked.</summary>
public interface IOfflineCommand
{
    /// <summary>First word of the command line.</summary>
    string Name { get; }

    /// <summary>One line for whoever gets the arguments wrong.</summary>
    string Usage { get; }

    /// <summary>Runs it and gives the exit code.</summary>
    /// <param name="arguments">What follows the name.</param>
    /// <param name="output">Where results go, line by line.</param>
    /// <param name="error">Where sentences about failures go.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter error, CancellationToken cancellationToken);
}
