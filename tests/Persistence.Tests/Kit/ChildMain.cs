using System.Globalization;
using Actors.Persistence.Ids;
using Actors.Persistence.Locking;
using Actors.Persistence.Postgres;
using Actors.Persistence.Sqlite;

namespace Actors.Persistence.Tests.Kit;

/// <summary>The main program of <see cref="ChildProgram"/>. It runs until it is killed or its parent ends.</summary>
internal static class ChildMain
{
    private const int Writers = 16;

    private static readonly Lock s_output = new();

    public static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["hold-lock", var folder]:
                await new FileLock(folder).AcquireAsync(alone: true);
                Say("locked");
                await Console.In.ReadLineAsync();
                return 0;
            case ["write", var when, var database]:
                await WriteAsync(database, acknowledgeEarly: when == "early");
                return 0;
            default:
                return 2;
        }
    }

    /// <summary>Each writer increments its own row, prints "key version" for each acknowledged write and "id n" for each leased id.</summary>
    private static async Task WriteAsync(string database, bool acknowledgeEarly)
    {
        DapperTypes.Register();
        await using var store = new TestStore(database.StartsWith('/')
            ? new SqliteEngine(new SqliteFile(database))
            : new PostgresEngine(database));
        var ids = new IdSequence(store.Rows, block: 10);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(i => CountAsync(store, ids, $"{Environment.ProcessId}-{i}", acknowledgeEarly)));
    }

    private static async Task CountAsync(TestStore store, IdSequence ids, string key, bool acknowledgeEarly)
    {
        for (var version = 1L; ; version++)
        {
            Say($"id {await ids.NextAsync("children")}");
            var set = new WriteSet()
                .Put(Note.Kind, key, new Note(new string('x', 500), version), version == 1 ? null : version - 1)
                .Upsert(Remark.Kind, new Remark(key, version, "row of the same set"));
            if (acknowledgeEarly)
            {
                Say($"{key} {version}");
            }

            await store.Rows.CommitAsync(set);
            if (!acknowledgeEarly)
            {
                Say(string.Create(CultureInfo.InvariantCulture, $"{key} {version}"));
            }
        }
    }

    private static void Say(string line)
    {
        lock (s_output)
        {
            Console.Out.Write(line + "\n");
            Console.Out.Flush();
        }
    }
}
