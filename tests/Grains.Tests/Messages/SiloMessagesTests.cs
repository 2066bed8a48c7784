using Actors.Grains.Messages;
using Actors.Persistence.Tests.Kit;
using Actors.TestKit;

namespace Actors.Grains.Tests.Messages;

/// <summary>Readers on any silo get every message once and in order, or are told that they missed some.</summary>
public sealed class SiloMessagesTests
{
    private const string Topic = "titles";

    [Fact]
    public async Task Readers_of_all_silos_are_notified()
    {
        await using var cluster = await MessageCluster.StartAsync(silos: 2);
        await using var first = new Reader(cluster.On(0), Topic);
        await using var second = new Reader(cluster.On(1), Topic);
        await using var third = new Reader(cluster.On(1), Topic);
        await Task.WhenAll(first.BegunAsync(), second.BegunAsync(), third.BegunAsync());

        // The clock does not move, so no renewal delivers these.
        for (var i = 1; i <= 50; i++) (await cluster.On(i % 2).PublishAsync(Topic, [$"{i}"])).ShouldBe(i);

        foreach (var reader in new[] { first, second, third })
        {
            await reader.HasAsync("50");
            reader.Bodies.ShouldBe(Enumerable.Range(1, 50).Select(i => $"{i}"));
        }
    }

    [Fact]
    public async Task A_renewal_delivers_messages_of_lost_notifications()
    {
        await using var cluster = await MessageCluster.StartAsync();
        await using var reader = new Reader(cluster.On(0), Topic);
        await reader.BegunAsync();
        cluster.Line.IsCut = true;
        await cluster.On(0).PublishAsync(Topic, ["lost"]);
        await cluster.Clock.TimerDueAfterAsync(TopicFeed.RenewalPeriod);
        reader.Bodies.ShouldBeEmpty("the notification was lost");

        cluster.Clock.Advance(TopicFeed.RenewalPeriod);

        await reader.HasAsync("lost");
    }

    [Fact]
    public async Task A_gap_is_filled_at_once()
    {
        await using var cluster = await MessageCluster.StartAsync();
        await using var reader = new Reader(cluster.On(0), Topic);
        await reader.BegunAsync();
        cluster.Line.IsCut = true;
        await cluster.On(0).PublishAsync(Topic, ["1", "2"]);
        cluster.Line.IsCut = false;

        await cluster.On(0).PublishAsync(Topic, ["3"]);

        await reader.HasAsync("3");
        reader.Bodies.ShouldBe(["1", "2", "3"]);
    }

    [Fact]
    public async Task A_new_activation_continues_numbers_and_subscriptions()
    {
        await using var cluster = await MessageCluster.StartAsync();
        await using var reader = new Reader(cluster.On(0), Topic);
        await reader.BegunAsync();
        await cluster.On(0).PublishAsync(Topic, ["1"]);
        await reader.HasAsync("1");
        await cluster.Grains.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);

        (await cluster.On(0).PublishAsync(Topic, ["2"])).ShouldBe(2);
        cluster.Clock.Advance(TopicFeed.RenewalPeriod);
        await reader.HasAsync("2");
        await cluster.On(0).PublishAsync(Topic, ["3"]);

        await reader.HasAsync("3");
        reader.Bodies.ShouldBe(["1", "2", "3"]);
    }

    [Fact]
    public async Task A_reader_continues_after_its_last_message()
    {
        await using var cluster = await MessageCluster.StartAsync(silos: 2);
        await cluster.On(0).PublishAsync(Topic, ["1", "2", "3"]);
        await using var reader = new Reader(cluster.On(1), Topic, after: 1);
        await reader.HasAsync("3");

        reader.Bodies.ShouldBe(["2", "3"]);
    }

    [Fact]
    public async Task A_reader_ahead_of_its_silo_misses_nothing()
    {
        await using var cluster = await MessageCluster.StartAsync();
        await using var early = new Reader(cluster.On(0), Topic);
        await early.BegunAsync();
        cluster.Line.IsCut = true;
        await cluster.On(0).PublishAsync(Topic, ["1"]);

        // The reader got message 1 from another silo; this silo does not know it yet.
        await using var reader = new Reader(cluster.On(0), Topic, after: 1);
        await reader.BegunAsync();
        cluster.Line.IsCut = false;
        await cluster.On(0).PublishAsync(Topic, ["2"]);

        await reader.HasAsync("2");
        reader.Batches.ShouldAllBe(b => !b.Missed);
        reader.Bodies.ShouldBe(["2"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_reader_of_deleted_messages_is_told(string provider)
    {
        await using var cluster = await MessageCluster.StartAsync(provider: provider);
        const int published = MessageRows.Kept + 30;
        for (var i = 1; i <= published; i += 10) await cluster.On(0).PublishAsync(Topic, [.. Enumerable.Range(i, 10).Select(n => $"{n}")]);

        (await cluster.Database.QueryAsync<long>("SELECT number FROM messages ORDER BY number")).ShouldBe(Enumerable.Range(31, MessageRows.Kept).Select(n => (long)n));
        await using var late = new Reader(cluster.On(0), Topic, after: 29);
        await using var inTime = new Reader(cluster.On(0), Topic, after: 30);
        await Task.WhenAll(late.BegunAsync(), inTime.HasAsync($"{published}"));
        late.Batches[0].ShouldBe(new(true, published, []));
        inTime.Bodies.Count().ShouldBe(MessageRows.Kept);
    }

    [Fact]
    public async Task A_reader_continues_after_a_burst_that_exceeds_the_limit()
    {
        await using var cluster = await MessageCluster.StartAsync();
        await using var reader = new Reader(cluster.On(0), Topic);
        await reader.BegunAsync();
        cluster.Line.IsCut = true;
        await cluster.On(0).PublishAsync(Topic, [.. Enumerable.Range(1, MessageRows.Kept + 1).Select(n => $"{n}")]);
        cluster.Line.IsCut = false;

        await cluster.On(0).PublishAsync(Topic, ["one more"]);
        await Waiting.UntilAsync("the sign", () => Task.FromResult(reader.Batches.Any(b => b.Missed)));
        await cluster.On(0).PublishAsync(Topic, ["after it"]);

        await reader.HasAsync("after it");
        reader.Bodies.ShouldBe(["after it"]);
    }

    [Fact]
    public async Task A_restored_topic_is_read_again()
    {
        await using var cluster = await MessageCluster.StartAsync();
        await using var reader = new Reader(cluster.On(0), Topic);
        await reader.BegunAsync();
        await cluster.On(0).PublishAsync(Topic, ["1", "2", "3"]);
        await reader.HasAsync("3");
        await cluster.Database.ExecuteAsync("DELETE FROM messages");
        await cluster.Database.ExecuteAsync("DELETE FROM message_topics");
        await cluster.Grains.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);
        await cluster.On(0).PublishAsync(Topic, ["1 anew"]);

        cluster.Clock.Advance(TopicFeed.RenewalPeriod);

        await Waiting.UntilAsync("the sign", () => Task.FromResult(reader.Batches.Any(b => b.Missed)));
        reader.Batches[^1].ShouldBe(new(true, 1, []));
        await using var other = new Reader(cluster.On(0), Topic, after: 7);
        await other.BegunAsync();
        other.Batches[0].ShouldBe(new(true, 1, []));
    }

    [Fact]
    public async Task Two_activations_never_assign_the_same_number()
    {
        await using var cluster = await MessageCluster.StartAsync();
        await cluster.On(0).PublishAsync(Topic, ["1"]);
        // Writes as a second activation would.
        await cluster.Rows.AddAsync(Topic, new StoredTopic(1, 1), [new(2, "of the other")]);

        await Should.ThrowAsync<Orleans.Storage.InconsistentStateException>(() => cluster.On(0).PublishAsync(Topic, ["2"]));

        (await cluster.On(0).PublishAsync(Topic, ["3"])).ShouldBe(3);
        (await cluster.Rows.ReadAsync(Topic, 0, 9)).Select(m => m.Body).ShouldBe(["1", "of the other", "3"]);
    }

    [Fact]
    public async Task The_last_reader_ends_the_renewals()
    {
        await using var cluster = await MessageCluster.StartAsync();
        var (first, second) = (new Reader(cluster.On(0), Topic), new Reader(cluster.On(0), Topic));
        await Task.WhenAll(first.BegunAsync(), second.BegunAsync());
        await first.DisposeAsync();
        await cluster.Clock.TimerDueAfterAsync(TopicFeed.RenewalPeriod);

        await second.DisposeAsync();

        await Waiting.UntilAsync("the end of the pause", () => Task.FromResult(cluster.Clock.NextDue is null));
        await using var third = new Reader(cluster.On(0), Topic);
        await third.BegunAsync();
    }

    [Fact]
    public async Task Empty_and_oversized_publications_are_refused()
    {
        await using var cluster = await MessageCluster.StartAsync();
        await Should.ThrowAsync<ArgumentException>(() => cluster.On(0).PublishAsync(Topic, []));
        await Should.ThrowAsync<ArgumentException>(() => cluster.On(0).PublishAsync(Topic, [new string('ж', (SiloMessages.MaxBodyBytes / 2) + 1)]));
        (await cluster.On(0).PublishAsync(Topic, [new string('ж', SiloMessages.MaxBodyBytes / 2)])).ShouldBe(1);
    }
}
