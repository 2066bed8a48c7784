using Actors.Runtime.Tests.Grains;
using Actors.Runtime.Tests.Hosting;

namespace Actors.Runtime.Tests;

public sealed class ObserverTests
{
    [Fact]
    public async Task Subscribers_are_told_until_they_unsubscribe()
    {
        await using var silo = await TestSilo.StartAsync();
        var news = silo.Grains.GetGrain<INewsGrain>("a");
        var (one, two) = (new Reader("one", silo.Journal), new Reader("two", silo.Journal));
        var (toOne, toTwo) = (silo.Grains.CreateObjectReference<IReader>(one), silo.Grains.CreateObjectReference<IReader>(two));

        await news.Subscribe(toOne);
        await news.Subscribe(toTwo);
        await news.Publish("first");
        await silo.Journal.Opened("one read first");
        await silo.Journal.Opened("two read first");
        await news.Unsubscribe(toOne);
        await news.Publish("second");
        await silo.Journal.Opened("two read second");

        silo.Journal.Count("one read second").ShouldBe(0);
        GC.KeepAlive(one);
        GC.KeepAlive(two);
    }

    [Fact]
    public async Task An_observer_may_answer_and_is_called_by_one_at_a_time()
    {
        await using var silo = await TestSilo.StartAsync();
        var reader = new Reader("one", silo.Journal);
        var reference = silo.Grains.CreateObjectReference<IReader>(reader);

        var counts = await Task.WhenAll(Enumerable.Range(0, 20)
            .Select(index => silo.Grains.GetGrain<INewsGrain>($"grain {index}").Ask(reference, "news")));

        counts.Order().ShouldBe(Enumerable.Range(1, 20));
        reader.Overlapped.ShouldBeFalse();
    }

    [Fact]
    public async Task A_subscriber_that_fails_is_dropped_and_the_others_are_told()
    {
        await using var silo = await TestSilo.StartAsync();
        var news = silo.Grains.GetGrain<INewsGrain>("a");
        var (one, two) = (new Reader("one", silo.Journal), new Reader("two", silo.Journal));
        await news.Subscribe(silo.Grains.CreateObjectReference<IReader>(one));
        await news.Subscribe(silo.Grains.CreateObjectReference<IReader>(two));

        (await news.PublishAndWait("good")).ShouldBe(2);
        (await news.PublishAndWait("bad")).ShouldBe(0);
        GC.KeepAlive(one);
        GC.KeepAlive(two);
    }

    [Fact]
    public async Task A_deleted_reference_answers_no_more()
    {
        await using var silo = await TestSilo.StartAsync(TestSilo.Impatient);
        var reader = new Reader("one", silo.Journal);
        var reference = silo.Grains.CreateObjectReference<IReader>(reader);
        var news = silo.Grains.GetGrain<INewsGrain>("a");
        (await news.Ask(reference, "news")).ShouldBe(1);

        silo.Grains.DeleteObjectReference<IReader>(reference);

        await Should.ThrowAsync<TimeoutException>(() => news.Ask(reference, "news"));
        Should.Throw<ArgumentException>(() => silo.Grains.DeleteObjectReference<IReader>(reference));
        GC.KeepAlive(reader);
    }

    [Fact]
    public async Task The_observer_itself_is_no_argument_only_a_reference_is()
    {
        await using var silo = await TestSilo.StartAsync();
        var news = silo.Grains.GetGrain<INewsGrain>("a");

        await Should.ThrowAsync<NotSupportedException>(() => news.Subscribe(new Reader("one", silo.Journal)));
    }
}
