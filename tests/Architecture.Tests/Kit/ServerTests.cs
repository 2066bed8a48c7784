using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Actors.TestKit;
using Npgsql;

namespace Actors.Architecture.Tests.Kit;

public sealed class ServerTests
{
    [PostgresFact]
    public async Task Each_database_is_fresh_and_the_server_is_durable()
    {
        var server = await PostgresServer.StartAsync();
        await using var one = await server.CreateDatabaseAsync();
        await using var two = await server.CreateDatabaseAsync();
        await AskAsync(one, "CREATE TABLE only_here (id BIGINT)");
        (await AskAsync(two, "SELECT to_regclass('only_here')::text")).ShouldBe(DBNull.Value);
        (await AskAsync(two, "SHOW fsync")).ShouldBe("on");
    }

    [PostgresFact]
    public async Task Committed_rows_survive_a_kill()
    {
        await using var server = await PostgresServer.StartOwnAsync();
        await using var database = await server.CreateDatabaseAsync();
        await AskAsync(database, "CREATE TABLE kept AS SELECT 42 AS answer");
        await server.KillAsync();
        await server.RestartAsync();
        (await AskAsync(database, "SELECT answer FROM kept")).ShouldBe(42);
    }

    [S3Fact]
    public async Task The_object_store_refuses_a_wrong_signature()
    {
        await using var server = await S3Server.StartAsync();
        using var client = new HttpClient();
        using var put = new HttpRequestMessage(HttpMethod.Put, new Uri(server.Endpoint, $"{S3Server.Bucket}/x")) { Content = new StringContent("x") };
        put.Headers.TryAddWithoutValidation("Authorization", $"AWS {S3Server.AccessKey}:d3Jvbmc=").ShouldBeTrue();
        put.Headers.Date = TimeProvider.System.GetUtcNow();
        using var answer = await client.SendAsync(put);
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.Forbidden);
    }

    [RedisFact]
    public async Task A_killed_server_can_be_restarted()
    {
        await using var server = await RedisServer.StartAsync();
        (await PingAsync(server)).ShouldBe("+PONG");
        await server.KillAsync();
        await Should.ThrowAsync<SocketException>(PingAsync(server));
        await server.RestartAsync();
        (await PingAsync(server)).ShouldBe("+PONG");
    }

    [RedisFact]
    public async Task A_failed_start_has_a_reason()
    {
        await using var server = await RedisServer.StartAsync();
        (await Should.ThrowAsync<InvalidOperationException>(server.RestartAsync)).Message.ShouldContain("Address already in use");
    }

    [Fact]
    public async Task A_replaced_server_leaves_no_process_behind()
    {
        await using var server = await SleepingServer.StartAsync();
        await server.RestartAsync();
        var started = server.Started();
        started.Length.ShouldBe(2);
        Should.Throw<ArgumentException>(() => Process.GetProcessById(started[0]));
        Process.GetProcessById(started[1]).HasExited.ShouldBeFalse();
    }

    [Fact]
    public void Reserved_ports_differ() =>
        Enumerable.Range(0, 50).Select(_ => FreePort.Next()).ShouldBeUnique();

    [Fact]
    public void A_temporary_folder_is_deleted_with_its_content()
    {
        var temp = new TempFolder();
        File.WriteAllText(temp.Combine("x"), "x");
        temp.Dispose();
        Directory.Exists(temp.Folder).ShouldBeFalse();
    }

    /// <summary>Listens nowhere, so that two can run at once.</summary>
    private sealed class SleepingServer() : PrivateServer("sleeping", "ready")
    {
        private string Log => Path.Combine(Folder, "started");

        public static Task<SleepingServer> StartAsync() => StartAsync(new SleepingServer());

        public int[] Started() => [.. File.ReadLines(Log).Select(line => int.Parse(line, CultureInfo.InvariantCulture))];

        private protected override ProcessStartInfo Command() => Child.Command("/bin/sh", "-c", $"echo $$ >> '{Log}'; echo ready; exec sleep 1000");
    }

    private static async Task<string> PingAsync(RedisServer server)
    {
        var address = new Uri(server.Url);
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        await client.GetStream().WriteAsync("PING\r\n"u8.ToArray());
        var answer = new byte[5];
        await client.GetStream().ReadExactlyAsync(answer);
        return Encoding.ASCII.GetString(answer);
    }

    private static async Task<object?> AskAsync(PostgresDatabase database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
