using Actors.Runtime.Tests.Grains;
using Actors.Runtime.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Runtime.Tests;

public sealed class FilterTests
{
    [Fact]
    public async Task Filters_surround_the_call_in_the_order_they_were_added_and_the_grains_own_is_the_last()
    {
        await using var silo = await StartAsync();

        (await silo.Grains.GetGrain<IFilteredGrain>("a").Add(1, 2)).ShouldBe(3);

        silo.Journal.Lines.ShouldBe(
            ["first before Add", "second before Add", "own before Add", "add 1 2", "own after Add", "second after Add", "first after Add"]);
    }

    [Fact]
    public async Task A_filter_knows_what_is_called_by_whom_and_with_what()
    {
        await using var silo = await TestSilo.StartAsync(each => each.AddIncomingGrainCallFilter(async context =>
        {
            if (context.Grain is FilteredGrain && context.MethodName == nameof(IFilteredGrain.Add))
            {
                var journal = context.TargetContext.ActivationServices.GetRequiredService<Journal>();
                var source = context.SourceId?.Key.ToString();
                journal.Write($"{context.InterfaceName} {context.InterfaceMethod.Name} {context.ImplementationMethod.DeclaringType!.Name} "
                    + $"{context.TargetId} {source} {context.Request.GetArgument(0)} {context.Request.GetArgumentCount()}");
            }

            await context.Invoke();
        }));

        await silo.Grains.GetGrain<IFilteredGrain>("caller").Ask(silo.Grains.GetGrain<IFilteredGrain>("a"));

        silo.Journal.Lines.ShouldContain($"{typeof(IFilteredGrain).FullName} Add FilteredGrain filtered/a caller 1 2");
    }

    [Fact]
    public async Task A_filter_may_change_arguments_and_results()
    {
        await using var silo = await TestSilo.StartAsync(each => each.AddIncomingGrainCallFilter(async context =>
        {
            if (context.MethodName == nameof(IFilteredGrain.Add))
            {
                context.Request.SetArgument(0, 10);
                await context.Invoke();
                context.Result = (int)context.Result! * 2;
            }
            else
            {
                await context.Invoke();
            }
        }));

        (await silo.Grains.GetGrain<IFilteredGrain>("a").Add(1, 2)).ShouldBe(24);
        await silo.Grains.GetGrain<IFilteredGrain>("a").Nothing();
    }

    [Fact]
    public async Task What_a_filter_throws_reaches_the_caller_and_the_grain_is_not_called()
    {
        await using var silo = await TestSilo.StartAsync(each => each.AddIncomingGrainCallFilter(context =>
            context.MethodName == nameof(IFilteredGrain.Refused) ? throw new UnauthorizedAccessException("not you") : context.Invoke()));

        (await Should.ThrowAsync<UnauthorizedAccessException>(() => silo.Grains.GetGrain<IFilteredGrain>("a").Refused()))
            .Message.ShouldBe("not you");
        silo.Journal.Lines.ShouldBeEmpty();
    }

    private static Task<TestSilo> StartAsync() => TestSilo.StartAsync(silo =>
    {
        silo.AddIncomingGrainCallFilter(context => Surround("first", context));
        silo.AddIncomingGrainCallFilter<SecondFilter>();
    });

    private static async Task Surround(string name, IIncomingGrainCallContext context)
    {
        var journal = context.Grain is FilteredGrain ? context.TargetContext.ActivationServices.GetRequiredService<Journal>() : null;
        journal?.Write($"{name} before {context.MethodName}");
        await context.Invoke();
        journal?.Write($"{name} after {context.MethodName}");
    }

    private sealed class SecondFilter : IIncomingGrainCallFilter
    {
        public Task Invoke(IIncomingGrainCallContext context) => Surround("second", context);
    }
}
