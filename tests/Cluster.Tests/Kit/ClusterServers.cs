using Actors.TestKit;
using Npgsql;

namespace Actors.Cluster.Tests.Kit;

/// <summary>The servers that the silos of one cluster share: a database, a Redis that a test may kill, S3, and a site with pictures.</summary>
internal sealed class ClusterServers : IAsyncDisposable
{
    private readonly PostgresServer? _own;

    private ClusterServers(PostgresServer? own, PostgresDatabase database, RedisServer redis, S3Server s3, FakeUpstream site) =>
        (_own, Database, Redis, S3, Site) = (own, database, redis, s3, site);

    /// <summary>The database server, which a test may kill.</summary>
    public PostgresServer Postgres => _own ?? throw new InvalidOperationException("The database is on the shared server.");

    public PostgresDatabase Database { get; }

    public RedisServer Redis { get; }

    public S3Server S3 { get; }

    public FakeUpstream Site { get; }

    public static async Task<ClusterServers> StartAsync(bool ownPostgres = false)
    {
        var own = ownPostgres ? await PostgresServer.StartOwnAsync() : null;
        var database = await (own ?? await PostgresServer.StartAsync()).CreateDatabaseAsync();
        return new ClusterServers(own, database, await RedisServer.StartAsync(), await S3Server.StartAsync(), await FakeUpstream.StartAsync());
    }

    /// <summary>The settings of another silo.</summary>
    public SiloSettings Settings(params IEnumerable<(string Name, string? Value)> changes)
    {
        var settings = new SiloSettings(
            ("REDIS_URL", Redis.Url), ("DATABASE_URL", Database.Url), ("SILO_PORT", $"{FreePort.Next()}"), ("SECRET_KEY", new string('k', 48)),
            ("S3_ENDPOINT", S3.Endpoint.ToString()), ("S3_BUCKET", S3Server.Bucket), ("S3_ACCESS_KEY", S3Server.AccessKey),
            ("S3_SECRET_KEY", S3Server.SecretKey), ("OUTBOUND_ALLOW", Site.AllowEntry));
        foreach (var (name, value) in changes)
            settings.Set(name, value);
        return settings;
    }

    /// <summary>The number of rows of <c>table WHERE …</c>.</summary>
    public async Task<long> CountAsync(string from)
    {
        await using var source = NpgsqlDataSource.Create(Database.ConnectionString);
        return (long)(await source.CreateCommand($"SELECT count(*) FROM {from}").ExecuteScalarAsync())!;
    }

    /// <summary>Changes rows without the silos.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Database.ConnectionString);
        await source.CreateCommand(sql).ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await S3.DisposeAsync();
        await Redis.DisposeAsync();
        if (_own is null) await Database.DisposeAsync();
        else await _own.DisposeAsync();
    }
}
