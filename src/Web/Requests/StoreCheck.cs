using Actors.Core.Holding;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Actors.Web.Requests;

/// <summary>Whether the database answers. Without it the program can serve old lists and nothing else.</summary>
internal sealed class StoreCheck(IHeldStore store) : IHealthCheck
{
    /// <summary>In the data of the result while the store is held.</summary>
    public const string Held = "held";

    // The question whether the store is held goes to the database; its exception is a failed check.
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var held = await store.IsHeldAsync(cancellationToken).AsTask().WaitAsync(cancellationToken);
        return HealthCheckResult.Healthy(data: held ? new Dictionary<string, object> { [Held] = true } : null);
    }
}
