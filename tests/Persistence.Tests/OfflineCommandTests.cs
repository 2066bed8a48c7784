using Actors.Core.Commands;
using Actors.Core.Holding;
using Actors.Persistence.Locking;
using Actors.Persistence.Tests.Kit;
using Actors.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Persistence.Tests;

/// <summary>Commands that need only storage, while programs run on the same PostgreSQL database.</summary>
public sealed class OfflineCommandTests : IDisposable
{
    private const string Refused = "Nothing was imported: ";
    private readonly TempFolder _folder = new("offline");

    public void Dispose() => _folder.Dispose();

    [Theory, OnPostgres]
    public async Task Beside_members_migrate_and_export_run_but_not_import(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var file = _folder.Combine("all.jsonl");
        await using (var member = Program(database, "running", isMember: true))
        {
            await member.Services.ReadyStorageAsync();

            (await RunAsync(database, isMember: true, "migrate")).ShouldBe((0, "nothing to apply"));
            (await RunAsync(database, isMember: true, "export", file)).ShouldBe((0, $"0 rows in {file}"));
            (await RunAsync(database, isMember: true, "import", file)).Said.ShouldStartWith(Refused + "Another program already uses this PostgreSQL database");
            (await RunAsync(member, "import", file)).ShouldBe(
                (1, Refused + "This program is a member of a cluster and shares the database. Stop all members and run the command again."));
        }

        (await RunAsync(database, isMember: true, "import", file)).ShouldBe((0, "0 rows imported" + IHeldStore.Sentence));
    }

    [Theory, OnPostgres]
    public async Task No_member_starts_during_an_import(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var import = Program(database, "import", isMember: true);
        await import.Services.ReadyStorageAsync(StoreNeed.Alone);

        await using var member = Program(database, "member", isMember: true);

        (await Should.ThrowAsync<AlreadyRunningException>(member.Services.ReadyStorageAsync())).Message.ShouldEndWith("or an import. Stop it, or use another database.");
    }

    [Theory, OnPostgres]
    public async Task Beside_a_lone_program_no_command_runs(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var lone = Program(database, "running", isMember: false);
        await lone.Services.ReadyStorageAsync();

        (await Should.ThrowAsync<AlreadyRunningException>(RunAsync(database, isMember: true, "migrate"))).Message
            .ShouldStartWith("Another program already uses this PostgreSQL database (DATABASE_URL) exclusively");
        (await Should.ThrowAsync<AlreadyRunningException>(RunAsync(database, isMember: false, "migrate"))).Message
            .ShouldStartWith("Another program already uses this PostgreSQL database (DATABASE_URL)");
    }

    private async Task<(int Exit, string Said)> RunAsync(TestDatabase database, bool isMember, params string[] words)
    {
        await using var program = Program(database, "command", isMember);
        return await RunAsync(program, words);
    }

    private static async Task<(int Exit, string Said)> RunAsync(WebApplication program, params string[] words)
    {
        var said = "";
        var call = new CommandCall([.. words[1..]], line => Task.FromResult(said += line));
        var command = program.Services.GetServices<ICommandHandler>().Single(handler => handler.Name == words[0]);
        return (await command.RunAsync(call, default), said);
    }

    private WebApplication Program(TestDatabase database, string folder, bool isMember)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(
            [new("DATA_DIR", _folder.Combine(folder)), new("DATABASE_URL", database.Url), new("REDIS_URL", isMember ? "redis://127.0.0.1:1" : null)]);
        builder.AddStorage(new(builder.Configuration));
        return builder.Build();
    }
}
