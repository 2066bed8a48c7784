using System.Diagnostics;
using Actors.Accounts.Identifiers;
using Actors.Accounts.Sessions;
using Actors.Accounts.SignIn;
using Actors.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Benchmarks.Logins;

/// <summary>Callers that rotate their sessions; each rotation is acknowledged when durable.</summary>
internal sealed class RefreshLoad(Authenticator authenticator)
{
    private const int Callers = 32;
    private static readonly TimeSpan s_turn = TimeSpan.FromSeconds(2);
    private static readonly ClientInfo s_client = new("127.0.0.0/24", null);

    private long _rotations;

    public static async Task ReportAsync(string title, IServiceProvider services)
    {
        var load = new RefreshLoad(services.GetRequiredService<Authenticator>());
        var tokens = await Task.WhenAll(Enumerable.Range(0, Callers).Select(load.SignUpAsync));
        await load.PerSecondAsync(tokens);
        var turns = new List<double>();
        for (var turn = 0; turn < 3; turn++) turns.Add(await load.PerSecondAsync(tokens));
        await load.CheckAsync(services.GetRequiredService<IDatabase>());
        Table.Title($"Refreshes on {title}, {Callers} callers");
        Table.Row($"durable rotations ({turns.Max():N0})", turns.Order().ElementAt(1), "refreshes/s");
    }

    private async Task<double> PerSecondAsync(string[] tokens)
    {
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, tokens.Length).Select(i => Task.Run(() => RotateAsync(tokens, i, clock))));
        _rotations += counts.Sum();
        return counts.Sum() / clock.Elapsed.TotalSeconds;
    }

    /// <summary>Checks the count against the database.</summary>
    private async Task CheckAsync(IDatabase database)
    {
        var stored = (await database.QueryAsync<long>("SELECT version - 1 FROM accounts")).Sum();
        if (stored != _rotations) throw new InvalidOperationException($"{_rotations} rotations were counted and {stored} are stored.");
    }

    private async Task<long> RotateAsync(string[] tokens, int caller, Stopwatch clock)
    {
        var count = 0L;
        for (; clock.Elapsed < s_turn; count++) tokens[caller] = (await authenticator.RefreshAsync(tokens[caller], s_client, CancellationToken.None))!.RefreshToken;
        return count;
    }

    private async Task<string> SignUpAsync(int caller)
    {
        var person = new Credentials(new Identifier(IdentifierKind.Username, $"caller{caller}", $"caller{caller}"), People.Password);
        return (await authenticator.RegisterAsync(person, s_client, CancellationToken.None)).Tokens!.RefreshToken;
    }
}
