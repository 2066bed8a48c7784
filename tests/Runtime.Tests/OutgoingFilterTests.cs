using Actors.Runtime.Tests.Grains;
using Actors.Runtime.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Runtime.Tests;

/// <summary>Filters of the calling side.</summary>
public sealed class OutgoingFilterTests
{
    private static readonly AsyncLocal<string?> s_flow = new();

    [Fact]
    public async Task Filters_surround_the_call_in_the_order_they_were_added()
    {
        var journal = new Journal();
        await using var silo = await StartAsync(context => Surround("first", context), context => Surround("second", context));

        (await silo.Grains.GetGrain<IFilteredGrain>("a").Add(1, 2)).ShouldBe(3);

        journal.Lines.ShouldBe(["first before", "second before", "second after 3", "first after 3"]);
        async Task Surround(string name, IOutgoingGrainCallContext context)
        {
            journal.Write($"{name} before");
            await context.Invoke();
            journal.Write($"{name} after {context.Result}");
        }
    }

    [Fact]
    public async Task A_filter_may_send_a_call_again_with_its_arguments()
    {
        await using var silo = await StartAsync(async context =>
        {
            var arguments = (One: context.Request.GetArgument(0), Two: context.Request.GetArgument(1));
            await context.Invoke();
            context.Request.SetArgument(0, arguments.One!);
            context.Request.SetArgument(1, arguments.Two!);
            await context.Invoke();
        });

        (await silo.Grains.GetGrain<IFilteredGrain>("a").Add(1, 2)).ShouldBe(3);

        silo.Journal.Lines.Count(line => line == "add 1 2").ShouldBe(2);
    }

    [Fact]
    public async Task A_filter_may_change_the_result_and_its_failures_are_the_callers()
    {
        await using var silo = await StartAsync(async context =>
        {
            if (context.MethodName == nameof(IFilteredGrain.Refused)) throw new UnauthorizedAccessException("not you");
            await context.Invoke();
            context.Result = 42;
        });

        (await silo.Grains.GetGrain<IFilteredGrain>("a").Add(1, 2)).ShouldBe(42);
        await Should.ThrowAsync<UnauthorizedAccessException>(() => silo.Grains.GetGrain<IFilteredGrain>("a").Refused());
    }

    [Fact]
    public async Task A_filter_sees_what_the_call_failed_with_and_may_replace_it()
    {
        Exception? seen = null;
        await using var silo = await StartAsync(async context =>
        {
            seen = await Record.ExceptionAsync(context.Invoke);
            throw new InvalidOperationException("replaced", seen);
        });

        await Should.ThrowAsync<InvalidOperationException>(() => silo.Grains.GetGrain<IThrowGrain>("a").ThrowOwn());

        seen.ShouldBeOfType<OwnException>().Code.ShouldBe(42);
    }

    [Fact]
    public async Task A_filter_runs_in_the_callers_context_which_is_there_afterwards()
    {
        string? seen = null;
        await using var silo = await StartAsync(context =>
        {
            seen = s_flow.Value;
            return context.Invoke();
        });
        s_flow.Value = "the caller's";

        await silo.Grains.GetGrain<IFilteredGrain>("a").Add(1, 2);

        seen.ShouldBe("the caller's");
        s_flow.Value.ShouldBe("the caller's");
    }

    [Fact]
    public async Task A_filter_knows_who_calls_whom()
    {
        var calls = new List<string>();
        await using var silo = await StartAsync(context =>
        {
            calls.Add($"{context.SourceContext?.GrainId.Key.ToString()} {context.MethodName} {context.TargetId.Key}");
            return context.Invoke();
        });

        await silo.Grains.GetGrain<IFilteredGrain>("a").Ask(silo.Grains.GetGrain<IFilteredGrain>("b"));

        calls.ShouldBe([" Ask a", "a Add b"]);
    }

    private static Task<TestSilo> StartAsync(params Func<IOutgoingGrainCallContext, Task>[] filters) => TestSilo.StartAsync(silo =>
    {
        foreach (var filter in filters)
        {
            // The runtime's own calls go through the same filters.
            silo.Services.AddSingleton<IOutgoingGrainCallFilter>(new Filter(context =>
                context.TargetId.Key.ToString() is "a" or "b" ? filter(context) : context.Invoke()));
        }
    });

    private sealed class Filter(Func<IOutgoingGrainCallContext, Task> filter) : IOutgoingGrainCallFilter
    {
        public Task Invoke(IOutgoingGrainCallContext context) => filter(context);
    }
}
