using Actors.Persistence.Locking;
using Actors.Persistence.Tests.Kit;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Actors.Persistence.Tests;

/// <summary>Grains on Orleans with the silo's registrations.</summary>
public sealed class ProgramTests
{
    private static readonly (string, string?) s_member = ("REDIS_URL", "redis://127.0.0.1:1");

    [Theory, OnSqlite, OnPostgres]
    public async Task States_survive_a_restart(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var program = await TestProgram.StartAsync(database);
        var grain = Grain(program);
        (await grain.Read()).ShouldBeNull();
        await grain.Write("first");
        await grain.Write("second");
        await grain.Visit();
        await TestProgram.StopAsync(program);

        program = await TestProgram.StartAsync(database);
        (await Grain(program).Read()).ShouldBe("second");
        (await Grain(program).Visit()).ShouldBe(2);
        var rows = program.Services.GetRequiredService<IDatabase>();
        (await rows.QueryAsync<string>("SELECT key FROM notes WHERE version = 2")).ShouldBe(["n1"]);
        await TestProgram.StopAsync(program);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_reminder_survives_a_restart(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var program = await TestProgram.StartAsync(database);
        await Grain(program).Remind();
        await TestProgram.StopAsync(program);

        program = await TestProgram.StartAsync(database);
        var reminders = await program.Services.GetRequiredService<IReminderTable>().ReadRows(GrainId.Create("note", "n1"));
        reminders.Reminders.ShouldHaveSingleItem().ReminderName.ShouldBe("daily");
        await TestProgram.StopAsync(program);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_second_program_on_the_same_store_does_not_start(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var program = await TestProgram.StartAsync(database);

        await Should.ThrowAsync<AlreadyRunningException>(TestProgram.StartAsync(database));

        (await Grain(program).Read()).ShouldBeNull();
        await TestProgram.StopAsync(program);
    }

    [Theory, OnPostgres]
    public async Task Members_share_a_database_but_no_folder(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        using var folder = new TempFolder("member");
        var first = await TestProgram.StartAsync(database, s_member);
        var second = await TestProgram.StartAsync(database, s_member, ("DATA_DIR", folder.Combine("second")));

        (await Should.ThrowAsync<AlreadyRunningException>(TestProgram.StartAsync(database, s_member))).Message.ShouldContain(database.Folder);
        (await Should.ThrowAsync<AlreadyRunningException>(TestProgram.StartAsync(database, ("DATA_DIR", folder.Combine("lone"))))).Message
            .ShouldStartWith("Another program already uses this PostgreSQL database (DATABASE_URL), and this one needs it exclusively.");

        await TestProgram.StopAsync(second);
        await TestProgram.StopAsync(first);
        await TestProgram.StopAsync(await TestProgram.StartAsync(database, ("DATA_DIR", folder.Combine("lone"))));
    }

    private static INoteGrain Grain(IHost program) => program.Services.GetRequiredService<IGrainFactory>().GetGrain<INoteGrain>("n1");
}
