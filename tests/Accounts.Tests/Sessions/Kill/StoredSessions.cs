using System.Text.Json;
using Actors.Accounts.Accounts;
using Actors.Accounts.Sessions;
using Actors.Accounts.Tokens;
using Actors.Persistence;
using Actors.TestKit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Actors.Accounts.Tests.Sessions.Kill;

/// <summary>Reads the sessions from the database of a stopped silo.</summary>
internal sealed class StoredSessions(IReadOnlyDictionary<Guid, SessionState> sessions, SigningKeys keys)
{
    public static async Task<StoredSessions> ReadAsync(SiloSettings settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([new("DATA_DIR", settings.DataDir)]);
        builder.AddStorage(new(builder.Configuration));
        await using var services = builder.Services.BuildServiceProvider();
        var documents = await services.GetRequiredService<IDatabase>().QueryAsync<string>("SELECT document FROM accounts");
        var accounts = documents.Select(d => JsonSerializer.Deserialize(d, AccountJson.Stored.AccountState)!);
        return new(accounts.SelectMany(a => a.Sessions).ToDictionary(s => s.Id), new SigningKeys(settings.Values["SECRET_KEY"]));
    }

    /// <summary>0 for the current token, 1 for the previous one, null for any other.</summary>
    public int? AgeOf(string token)
    {
        RefreshToken.TryRead(token, keys, out var read).ShouldBeTrue();
        var (session, hash) = (sessions[read!.SessionId], RefreshToken.Hash(token));
        return hash == session.CurrentHash ? 0 : hash == session.ParentHash ? 1 : null;
    }
}
