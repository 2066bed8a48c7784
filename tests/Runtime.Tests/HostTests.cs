using Actors.Runtime.Tests.Grains;
using Actors.Runtime.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Runtime.Tests;

public sealed class HostTests
{
    [Fact]
    public async Task Startup_tasks_run_before_the_host_has_started_and_may_call_grains()
    {
        await using var silo = await TestSilo.StartAsync(each => each.AddStartupTask(async (services, _) =>
        {
            var echo = await services.GetRequiredService<IGrainFactory>().GetGrain<IWorkGrain>("a").Echo(7);
            services.GetRequiredService<Journal>().Write($"started {echo}");
        }));

        silo.Journal.Lines.ShouldBe(["started 7"]);
    }

    [Fact]
    public async Task A_startup_task_that_fails_fails_the_start()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => TestSilo.StartAsync(each =>
            each.AddStartupTask((_, _) => throw new InvalidOperationException("not today"))));
    }

    [Fact]
    public async Task Stages_start_in_order_and_stop_in_the_opposite_one()
    {
        var silo = await TestSilo.StartAsync(each =>
        {
            each.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(
                services => new Stage(services.GetRequiredService<Journal>(), "late", ServiceLifecycleStage.Active));
            each.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(
                services => new Stage(services.GetRequiredService<Journal>(), "early", ServiceLifecycleStage.ApplicationServices));
        });
        var journal = silo.Journal;

        await silo.DisposeAsync();

        journal.Lines.ShouldBe(["early starts", "late starts", "late stops", "early stops"]);
    }

    [Fact]
    public async Task The_client_and_the_factory_of_the_host_reach_the_same_grains()
    {
        await using var silo = await TestSilo.StartAsync();

        var mark = await silo.Grains.GetGrain<IWorkGrain>("a").ActivationMark();

        (await silo.Services.GetRequiredService<IClusterClient>().GetGrain<IWorkGrain>("a").ActivationMark()).ShouldBe(mark);
    }

    private sealed class Stage(Journal journal, string name, int stage) : ILifecycleParticipant<ISiloLifecycle>
    {
        public void Participate(ISiloLifecycle lifecycle) => lifecycle.Subscribe(
            name, stage, _ => Write("starts"), _ => Write("stops"));

        private Task Write(string what)
        {
            journal.Write($"{name} {what}");
            return Task.CompletedTask;
        }
    }
}
