using System.Globalization;
using System.Net;
using Actors.Administration.Audit;
using Actors.Administration.Tests.Kit;
using Actors.Core.Accounts;
using Actors.Core.Administration;
using Actors.Persistence;
using Actors.TestKit;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Administration.Tests.Audit;

public sealed class AuditEndpointTests : IAsyncLifetime
{
    private TestSilo _silo = null!;

    public async Task InitializeAsync() => _silo = await TestSilo.StartAsync();

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task A_denial_is_logged_before_the_response()
    {
        var (status, _, answer) = await _silo.SendAsync(HttpMethod.Get, "/api/v1/audit/logs?user_id=typed", _silo.User);
        status.ShouldBe(403);

        var line = (await _silo.GetAsync("/api/v1/audit/logs")).ShouldHaveSingleItem()!;
        line.AsObject().Select(m => m.Key).ShouldBe(["id", "user_id", "action", "object_type", "object_id", "details", "created_at", "request_id"]);
        line["id"]!.GetValue<long>().ShouldBe(1);
        line["user_id"]!.GetValue<long>().ShouldBe(2);
        line["action"]!.GetValue<string>().ShouldBe("access.denied");
        line["object_id"]!.GetValue<string>().ShouldBe("GET /api/v1/audit/logs");
        line["details"]!.ToJsonString().ShouldBe("""{"permission":"audit.read"}""");
        line["request_id"]!.GetValue<string>().ShouldBe(answer.Headers.GetValues("X-Request-ID").Single());
    }

    [Fact]
    public async Task A_failed_sign_in_is_logged_without_the_input()
    {
        using var wrong = await _silo.SignInAsync("user@example.com", "wrong-secret");
        using var nobody = await _silo.SignInAsync("nobody-known@example.com", "wrong-secret");
        using var right = await _silo.SignInAsync("user@example.com", TestSilo.Password);
        new[] { wrong, nobody, right }.Select(a => a.StatusCode).ShouldBe([HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.OK]);

        var lines = await _silo.GetAsync("/api/v1/audit/logs?action=sign_in.failed");
        lines.Select(l => l!["object_id"] is null).ShouldBe([true, false]);
        lines.Select(l => l!["request_id"]!.GetValue<string>()).ShouldBe([nobody.Headers.GetValues("X-Request-ID").Single(), wrong.Headers.GetValues("X-Request-ID").Single()]);
        lines[1]!["user_id"].ShouldBeNull();
        Guid.Parse(lines[1]!["object_id"]!.GetValue<string>()).ShouldNotBe(Guid.Empty);
        var rows = await _silo.Host.App.Services.GetRequiredService<IDatabase>().QueryAsync<string>(
            "SELECT CAST(operation AS TEXT) || action || object_type || COALESCE(object_id, '') || COALESCE(details, '') || COALESCE(request_id, '') FROM audit_lines");
        rows.Where(row => row.Contains("secret", StringComparison.Ordinal) || row.Contains("example", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_filter_selects_its_lines()
    {
        var log = _silo.Host.App.Services.GetRequiredService<IAuditLog>();
        var day = new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.FromHours(3));
        for (var i = 0; i < 48; i++)
        {
            await log.WriteAsync(AuditLine.Of(day.AddHours(i), i % 2 == 0 ? "a" : "b", i % 3 == 0 ? "x" : "y", $"{i}") with { UserId = i % 4, RequestId = $"r-{i}" });
        }

        (await CountAsync("")).ShouldBe((48, 48));
        (await CountAsync("?limit=5")).ShouldBe((5, 48));
        (await CountAsync("?limit=5&offset=46")).ShouldBe((2, 48));
        (await CountAsync("?offset=9223372036854775807")).ShouldBe((0, 48));
        (await CountAsync("?action=a")).ShouldBe((24, 24));
        (await CountAsync("?object_type=x&action=a")).ShouldBe((8, 8));
        (await CountAsync("?object_id=7")).ShouldBe((1, 1));
        (await CountAsync("?request_id=r-7")).ShouldBe((1, 1));
        (await CountAsync("?user_id=3")).ShouldBe((12, 12));
        (await CountAsync("?start_date=2026-03-03")).ShouldBe((24, 24), "a day begins in the configured zone");
        (await CountAsync("?end_date=2026-03-02")).ShouldBe((24, 24), "a day is meant to its end");
        (await CountAsync("?start_date=2026-03-02T10:00:00&end_date=2026-03-02T12:00:00")).ShouldBe((3, 3));
        (await CountAsync("?start_date=2026-03-02T07:00:00Z&end_date=2026-03-02T09:00:00Z")).ShouldBe((3, 3));
        (await CountAsync("?start_date=0001-01-01&end_date=9999-12-31")).ShouldBe((48, 48));
        (await _silo.GetAsync("/api/v1/audit/logs?limit=3")).Select(l => l!["object_id"]!.GetValue<string>()).ShouldBe(["47", "46", "45"]);
    }

    [Fact]
    public async Task An_invalid_query_is_422()
    {
        foreach (var query in new[]
        {
            "limit=0",
            "limit=1001",
            "offset=-1",
            "user_id=ann",
            "user_id=99999999999999999999",
            "start_date=yesterday",
            "end_date=2026-13-01",
            "action=a%00b",
        })
        {
            var (status, body, _) = await _silo.SendAsync(HttpMethod.Get, $"/api/v1/audit/logs?{query}", _silo.Admin);

            status.ShouldBe(422);
            body!["detail"]![0]!["loc"]!.ToJsonString().ShouldBe($"""["query","{query.Split('=')[0]}"]""");
        }
    }

    [Fact]
    public async Task Denials_over_the_limit_are_counted_in_the_next_line()
    {
        var time = new ManualTimeProvider();
        await using var module = await TestAdministration.StartAsync();
        var audit = new List<AuditLine>();
        var log = new DenialLog(new ListedAudit(audit), module.Values, time);
        var (ann, ben) = (CallerOf(1), CallerOf(2));

        for (var i = 0; i < 70; i++) await log.WriteAsync(new DefaultHttpContext(), ann);
        audit.Count.ShouldBe(60);
        await log.WriteAsync(new DefaultHttpContext(), ben);
        (audit[^1].UserId, audit[^1].Details).ShouldBe((2, """{"left_out":10}"""));
        time.Advance(TimeSpan.FromMinutes(1));
        await log.WriteAsync(new DefaultHttpContext(), ann);
        (audit[^1].UserId, audit[^1].Details).ShouldBe((1, "{}"));
    }

    private static Caller CallerOf(int number) => new(Guid.NewGuid(), number, Guid.NewGuid(), ["user"]);

    private async Task<(int Page, int Total)> CountAsync(string query)
    {
        var (status, body, answer) = await _silo.SendAsync(HttpMethod.Get, $"/api/v1/audit/logs{query}", _silo.Admin);
        status.ShouldBe(200, query);
        return (body!.AsArray().Count, int.Parse(answer.Headers.GetValues("X-Total-Count").Single(), CultureInfo.InvariantCulture));
    }

    private sealed class ListedAudit(List<AuditLine> lines) : IAuditLog
    {
        public Task WriteAsync(AuditLine line, CancellationToken cancellationToken)
        {
            lines.Add(line.Checked());
            return Task.CompletedTask;
        }
    }
}
