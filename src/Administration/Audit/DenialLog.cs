using System.Text.Json.Nodes;
using Actors.Core.Accounts;
using Actors.Core.Administration;
using Actors.Web.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Actors.Administration.Audit;

/// <summary>
/// Writes refusals to the audit log. An account that is refused again and again must not fill the disk: after a number of lines in a minute its
/// refusals are only counted, and the next line says how many were left out.
/// </summary>
internal sealed class DenialLog(IAuditLog audit, ISettingValues settings, TimeProvider timeProvider) : IDenialLog
{
    /// <summary>How many refusals of one account are written in a minute.</summary>
    public static readonly Setting<long> PerMinute = Setting.Integer(
        "audit_denials_per_minute", 60, 1, 10_000, "How many refusals of one account the audit log takes in a minute; more are only counted");

    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, long> _written = [];
    private DateTimeOffset _minute;
    private long _leftOut;

    public async Task WriteAsync(HttpContext context, Caller caller)
    {
        var now = timeProvider.GetUtcNow();
        if (!Admits(caller.AccountId, now, settings.Get(PerMinute), out var leftOut)) return;

        // The pattern of the route and not the path: a path may hold personal data.
        var route = $"{context.Request.Method} {(context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText}";
        var details = new JsonObject();
        var requirements = context.GetEndpoint()?.Metadata.GetOrderedMetadata<AccessRequirement>() ?? [];
        if (requirements.Select(r => r.Permission).LastOrDefault(p => p is not null && !caller.Has(p)) is { } missing) details["permission"] = missing;
        if (leftOut > 0) details["left_out"] = leftOut;
        await audit.WriteAsync((AuditLine.Of(now, "access.denied", "route", route) with { UserId = caller.Number, RequestId = context.TraceIdentifier }).With(details));
    }

    private bool Admits(Guid account, DateTimeOffset now, long most, out long leftOut)
    {
        lock (_gate)
        {
            leftOut = 0;
            if ((now - _minute).Duration() >= TimeSpan.FromMinutes(1))
            {
                _minute = now;
                _written.Clear();
            }

            var count = _written.GetValueOrDefault(account);
            if (count >= most)
            {
                _leftOut++;
                return false;
            }

            _written[account] = count + 1;
            (leftOut, _leftOut) = (_leftOut, 0);
            return true;
        }
    }
}
