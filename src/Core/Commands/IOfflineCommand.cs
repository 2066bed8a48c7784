namespace Actors.Core.Commands;

/// <summary>A command that needs no running program; it runs in its own process.</summary>
public interface IOfflineCommand
{
    /// <summary>The first word of the command line.</summary>
    string Name { get; }

    /// <summary>The usage line that is printed for invalid arguments.</summary>
    string Usage { get; }

    /// <summary>Runs the command and returns the exit code.</summary>
    /// <param name="arguments">The arguments after the name.</param>
    /// <param name="output">Receives results, line by line.</param>
    /// <param name="error">Receives error messages.</param>
    /// <param name="cancellationToken">Cancels the command.</param>
    Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter error, CancellationToken cancellationToken);
}
