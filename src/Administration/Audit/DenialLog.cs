using System.Text.Json.Nodes;
using Actors.Core.Accounts;
using Actors.Core.Administration;
using Actors.Web.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Actors.Administration.Audit;

/// <summary>
/// Writes denials to the audit log. To bound the disk space, further denials of an account in the same minute are only counted, and the next line
/// contains their number.
/// </summary>
internal sealed class DenialLog(IAuditLog audit, ISettingValues settings, TimeProvider timeProvider) : IDenialLog
{
    /// <summary>Maximum number of denials of one account that are written per minute.</summary>
    public static readonly Setting<long> PerMinute = Setting.Integer(
        "audit_denials_per_minute", 60, 1, 10_000, "Maximum number of denials of one account in the audit log per minute; further ones are only counted");

    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, long> _written = [];
    private DateTimeOffset _minute;
    private long _leftOut;

    public async Task WriteAsync(HttpContext context, Caller caller)
    {
        var now = timeProvider.GetUtcNow();
        if (!TryCount(caller.AccountId, now, settings.Get(PerMinute), out var leftOut)) return;

        // The route pattern, not the path: a path may contain personal data.
        var route = $"{context.Request.Method} {(context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText}";
        var details = new JsonObject();
        var requirements = context.GetEndpoint()?.Metadata.GetOrderedMetadata<AccessRequirement>() ?? [];
        if (requirements.Select(r => r.Permission).LastOrDefault(p => p is not null && !caller.Has(p)) is { } missing) details["permission"] = missing;
        if (leftOut > 0) details["left_out"] = leftOut;
        await audit.WriteAsync((AuditLine.Of(now, "access.denied", "route", route) with { UserId = caller.Number, RequestId = context.TraceIdentifier }).With(details));
    }

    private bool TryCount(Guid account, DateTimeOffset now, long limit, out long leftOut)
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
            if (count >= limit)
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
