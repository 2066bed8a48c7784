using Actors.Grains.Calls;
using Actors.Hosting.Retry;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using Orleans.Runtime.Placement;
using Orleans.Storage;
using Orleans.TestingHost;

namespace Actors.Hosting.Tests.Retry;

/// <summary>A silo with retries can create references of observers, and grains of every silo reach them.</summary>
public sealed class ObserverTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_grain_notifies_an_observer_in_a_member(int silo)
    {
        var plan = new Plan();
        await using var cluster = Cluster(plan);
        await cluster.DeployAsync();
        var grains = cluster.GetSiloServiceProvider(cluster.Silos[0].SiloAddress).GetRequiredService<IGrainFactory>();
        var notifier = grains.GetGrain<INotifierGrain>("a");
        RequestContext.Set(IPlacementDirector.PlacementHintKey, cluster.Silos[silo].SiloAddress);
        var listener = new Listener();
        var reference = grains.CreateObjectReference<IListener>(listener);
        plan.Fail(new InconsistentStateException("refused"));

        await notifier.Notify(reference, "text");

        (await listener.Heard.Within("a notification")).ShouldBe("text");
        plan.Done.Count.ShouldBe(2, "the call is still repeated");
        grains.DeleteObjectReference<IListener>(reference);
    }

    private static InProcessTestCluster Cluster(Plan plan)
    {
        var builder = new InProcessTestClusterBuilder(2) { Options = { ConfigureFileLogging = false, InitializeClientOnDeploy = false } };
        builder.ConfigureSiloHost((_, silo) =>
        {
            silo.Logging.SetMinimumLevel(LogLevel.None);
            silo.Services.AddSingleton(plan);
        });
        builder.ConfigureSilo((_, silo) => silo.Services.AddCallRetries());
        return builder.Build();
    }

    private sealed class Listener : IListener
    {
        private readonly TaskCompletionSource<string> _heard = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Heard => _heard.Task;

        public void Hear(string text) => _heard.TrySetResult(text);
    }
}

[Alias("test.IListener")]
internal interface IListener : IGrainObserver
{
    [Alias("Hear"), OneWay]
    void Hear(string text);
}

[Alias("test.INotifierGrain")]
internal interface INotifierGrain : IGrainWithStringKey
{
    [Alias("Notify"), Repeatable(Repeat.IfRefused)]
    Task Notify(IListener listener, string text);
}

internal sealed class NotifierGrain(Plan plan) : Grain, INotifierGrain
{
    public Task Notify(IListener listener, string text)
    {
        plan.Run(text);
        listener.Hear(text);
        return Task.CompletedTask;
    }
}
