using Actors.Core.Commands;

namespace Actors.Hosting.Commands;

/// <summary>The commands of all modules, by name.</summary>
public sealed partial class CommandTable
{
    /// <summary>Exit code of a command that does not exist, as shells have it.</summary>
    public const int NotFound = 127;

    /// <summary>Exit code of a command that failed with an exception.</summary>
    public const int Failed = 1;

    private readonly SortedDictionary<string, ICommandHandler> _handlers = new(StringComparer.Ordinal);
    private readonly ILogger<CommandTable> _logger;

    /// <summary>Takes the registered handlers; names must differ.</summary>
    public CommandTable(IEnumerable<ICommandHandler> handlers, ILogger<CommandTable> logger)
    {
        _logger = logger;
        foreach (var handler in handlers)
        {
            _handlers.Add(handler.Name, handler);
        }
    }

    /// <summary>A command by its name; null when there is none.</summary>
    public ICommandHandler? Find(string name) => _handlers.GetValueOrDefault(name);

    /// <summary>Runs a command; an unknown one is answered with those that exist, a line each.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(string name, CommandCall call, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (Find(name) is { } handler)
        {
            return await RunAsync(handler, call, cancellationToken).ConfigureAwait(false);
        }

        await call.WriteLine($"There is no command '{name}'. Commands:").ConfigureAwait(false);
        foreach (var known in _handlers.Values)
        {
            await call.WriteLine($"  {known.Usage}").ConfigureAwait(false);
        }

        return NotFound;
    }

    private async Task<int> RunAsync(ICommandHandler handler, CommandCall call, CancellationToken cancellationToken)
    {
        try
        {
            return await handler.RunAsync(call, cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // a failing command must not end the program it runs in
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            CommandFailed(_logger, exception, handler.Name);
            await call.WriteLine($"{handler.Name} failed: {exception.Message}").ConfigureAwait(false);
            return Failed;
        }
    }
}
