using System.Net.Sockets;
using Actors.Grains.Failures;
using Actors.Persistence;
using Actors.TestKit;
using Actors.Web.Errors;
using Npgsql;
using Orleans.Storage;

namespace Actors.Web.Tests.Errors;

/// <summary>Temporary outages are 503 with Retry-After; other exceptions are 500.</summary>
public sealed class ErrorOfExceptionTests
{
    public static TheoryData<Exception> Away => new(
        new StoreUnavailableException(),
        new TimeoutException(),
        new NpgsqlException(),
        new SocketException(),
        new InconsistentStateException(),
        new SiloUnavailableException(),
        new OrleansException("from storage", new NpgsqlException()),
        new OrleansException("from a silo", new OrleansException("from storage", new StoreUnavailableException())));

    public static TheoryData<Exception> Faults => new(
        new InvalidOperationException(),
        new OrleansException("of ours"),
        new OrleansException("from storage", new InvalidCastException()));

    [Theory]
    [MemberData(nameof(Away))]
    public void An_outage_is_503(Exception failure)
    {
        ErrorOfException.Of(failure).Status.ShouldBe(503);
        ErrorOfException.Of(failure).RetryAfter.ShouldNotBeNull();
    }

    [Fact]
    public void Only_cluster_failures_override_FailingAs()
    {
        Exception[] cluster = [new SiloUnavailableException(), Rejection.Of("leaving"), new InconsistentStateException(),
            new OrleansException("of a grain deeper down", new SiloUnavailableException())];
        Exception[] others = [new StoreUnavailableException(), new TimeoutException(), new NpgsqlException(), new InvalidOperationException(),
            new OrleansException("from storage", new StoreUnavailableException())];

        cluster.ShouldAllBe(failure => Outage.IsOfCluster(failure) && ErrorOfException.Of(failure).Status == 503);
        others.ShouldAllBe(failure => !Outage.IsOfCluster(failure));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Any_other_exception_is_500(Exception failure) => ErrorOfException.Of(failure).Status.ShouldBe(500);
}
