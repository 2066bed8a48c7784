namespace Actors.Plumbing.Commands;

/// <summary>The commands of all rooms, by name.</summary>
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

    /// <summary>A line for each command.</summary>
    public IEnumerable<string> Usages => _handlers.Values.Select(handler => handler.Usage);

    /// <summary>Runs a command; an unknown one is answered with the list of those that exist.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(string name, IEnumerable<string> arguments, Func<string, Task> writeLine, CancellationToken ct = default)
    {
        if (_handlers.TryGetValue(name, out var handler))
        {
            return await RunAsync(handler, new CommandCall([.. arguments], writeLine), ct).ConfigureAwait(false);
        }

        await writeLine($"There is no command '{name}'. Commands: {string.Join(", ", _handlers.Keys)}").ConfigureAwait(false);
        return NotFound;
    }

    private async Task<int> RunAsync(ICommandHandler handler, CommandCall call, CancellationToken ct)
    {
        try
        {
            return await handler.RunAsync(call, ct).ConfigureAwait(false);
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
