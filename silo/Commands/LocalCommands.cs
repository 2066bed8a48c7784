using Actors.Accounts;
using Actors.Catalog;
using Actors.Core.Commands;
using Actors.Core.Configuration;
using Actors.Hosting;
using Actors.Hosting.Commands;
using Actors.Outbound;
using Actors.Persistence;

namespace Actors.Silo.Commands;

/// <summary>The commands that need neither grains nor storage, and the prompts of all other commands. Both run in the calling process.</summary>
internal sealed class LocalCommands : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly ConfigurationProblems _problems;

    private LocalCommands(ServiceProvider services, ConfigurationProblems problems) => (_services, _problems) = (services, problems);

    /// <summary>The usage texts, one per line.</summary>
    public string Usages => string.Join('\n', Commands.Select(command => $"  {command.Usage}"));

    private IEnumerable<IOfflineCommand> Commands => _services.GetServices<IOfflineCommand>();

    /// <summary>Collects the commands and prompts of all modules.</summary>
    public static LocalCommands Create(CommandWords words)
    {
        var builder = WebApplication.CreateBuilder([.. words.Settings]);
        builder.Logging.ClearProviders();
        var settings = builder.AddSettings();
        builder.AddOutbound(settings);
        builder.AddCatalogCommands(settings);
        builder.AddAccountsPrompts();
        builder.Services.AddStoragePrompts();
        return new LocalCommands(builder.Services.BuildServiceProvider(), settings.Problems);
    }

    /// <summary>Runs the command; null if it is not one of these.</summary>
    public async Task<int?> TryRunAsync(CommandWords words, CancellationToken cancellationToken = default)
    {
        if (Commands.FirstOrDefault(command => command.Name == words.Name) is not { } command) return null;
        foreach (var problem in _problems.All) await Console.Error.WriteLineAsync($"{problem.Setting}: {problem.Sentence}");
        return _problems.None ? await command.RunAsync(words.Arguments, Console.Out, Console.Error, cancellationToken) : CommandExit.Refused;
    }

    /// <summary>Prompts for the command's input; null if the input is incomplete.</summary>
    public async Task<PromptedCall?> PromptAsync(CommandWords words, ITerminal terminal, CancellationToken cancellationToken = default) =>
        FindPrompt(words.Name) is { } prompt ? await prompt.AskAsync(words.Arguments, terminal, cancellationToken) : new PromptedCall(words.Arguments, null);

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private ICommandPrompt? FindPrompt(string name) => _services.GetServices<ICommandPrompt>().FirstOrDefault(prompt => prompt.Name == name);
}
