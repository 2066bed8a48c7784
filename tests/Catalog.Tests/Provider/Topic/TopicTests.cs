using Actors.Catalog.Provider;
using Actors.Catalog.Provider.Sync;
using Actors.Catalog.Provider.Topic;
using Actors.Catalog.Tests.Provider.Kit;
using Actors.Catalog.Tests.Scraping.Runs;
using Actors.Core.Commands;
using Actors.Core.Holding;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Catalog.Tests.Provider.Topic;

/// <summary>The program with a broker in a separate process.</summary>
public sealed class TopicTests
{
    private static Guid Sample(int number) => Guid.Parse($"00000000-0000-0000-0000-{number:D12}");

    private static Guid Own(char last) => Guid.Parse($"0198f000-0000-7000-8000-00000000000{last}");

    [SampleFact("samples/operators/provider-events.jsonl")]
    public async Task Sample_gives_the_expected_result()
    {
        await using var bench = await TopicBench.StartAsync();
        await bench.PutAsync(Samples.Text("operators/provider-events.jsonl"));
        await using var face = await bench.FaceAsync();
        await bench.CommittedAsync(9);

        (await NameAsync(face, Sample(1))).ShouldBe("Концерт (перенос)");
        (await NameAsync(face, Sample(2))).ShouldBeNull();
        (await NameAsync(face, Sample(5))).ShouldBe("Ёлка");
        (await VersionAsync(face, Sample(5))).ShouldBe(1);
        (await TopicBench.LettersAsync(face)).Select(letter => letter.Reason).Order().ShouldBe(["no_id", "not_json"]);
    }

    [Fact]
    public async Task Poison_record_does_not_block_later_records()
    {
        await using var bench = await TopicBench.StartAsync();
        await bench.PutAsync(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Provider/Topic/Fixtures/records.jsonl")));
        await using var face = await bench.FaceAsync();
        await bench.CommittedAsync(5);

        (await NameAsync(face, Own('a'))).ShouldBe("Спектакль (замена)");
        (await VersionAsync(face, Own('a'))).ShouldBe(2);
        (await NameAsync(face, Own('b'))).ShouldBe("Фестиваль");
        var letter = (await TopicBench.LettersAsync(face)).ShouldHaveSingleItem();
        (letter.Topic, letter.Reason, letter.Attempts).ShouldBe((Broker.TopicProducer.Topic, "no_name", 1));
        bench.Log.Lines.ShouldNotContain(line => line.Contains("Спектакль", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_does_not_restore_a_deleted_event()
    {
        await using var bench = await TopicBench.StartAsync();
        var id = Guid.NewGuid();
        await bench.Producer.PutAsync($"{id}", TopicBench.Event(id, "Концерт"));
        await bench.Producer.PutAsync($"{id}", null);
        await using var face = await bench.FaceAsync();
        await bench.CommittedAsync(2);

        await face.OfferAsync(new ProviderEvent(id, "Концерт", Concert.Soon, true, null, Concert.Soon, new(null, "")));
        (await NameAsync(face, id)).ShouldBeNull();
        (await face.GetAsync($"/api/events/{id}")).Status.ShouldBe(404);
        (await face.GetAsync("/api/events")).Body!["count"]!.GetValue<int>().ShouldBe(0);

        await bench.Producer.PutAsync($"{id}", TopicBench.Event(id, "Концерт снова"));
        await bench.CommittedAsync(3);
        (await NameAsync(face, id)).ShouldBe("Концерт снова");
    }

    [Fact]
    public async Task Dead_record_is_listed_and_replayed()
    {
        await using var bench = await TopicBench.StartAsync();
        var id = Guid.NewGuid();
        var (partition, offset) = await bench.Producer.PutAsync($"{id}", "{broken");
        await bench.Producer.PutAsync($"{id}", TopicBench.Event(id, "Концерт"));
        await using var face = await bench.FaceAsync();
        await bench.CommittedAsync(2);

        var (listed, output) = await TopicBench.CommandAsync(face, "dead_records", "--reason", "not_json");
        listed.ShouldBe(CommandExit.Done);
        output.ShouldContain($"{Broker.TopicProducer.Topic} {partition}:{offset}: not_json, attempt 1");

        (await TopicBench.CommandAsync(face, "replay_records")).ShouldBe((CommandExit.Refused,
            $"{Broker.TopicProducer.Topic} {partition}:{offset}: not_json\n0 records stored, 1 failed again"));
        (await TopicBench.LettersAsync(face)).Single().Attempts.ShouldBe(2);
        (await TopicBench.CommandAsync(face, "replay_records", "9:9")).ShouldBe((CommandExit.Refused, "No dead record matches."));
        (await TopicBench.CommandAsync(face, "replay_records", "nine")).Exit.ShouldBe(CommandExit.WrongArguments);

        // As if a newer program could read it. The record is older than the stored one, so it changes nothing.
        var readable = System.Text.Encoding.UTF8.GetBytes(TopicBench.Event(id, "Исправлено", changedMinute: 30));
        await face.Database.ExecuteAsync("UPDATE provider_dead_letters SET record_value = @readable", new { readable });
        (await TopicBench.CommandAsync(face, "replay_records", $"{partition}:{offset}")).ShouldBe((CommandExit.Done, "1 records stored, 0 failed again"));
        (await TopicBench.LettersAsync(face)).ShouldBeEmpty();
        (await NameAsync(face, id)).ShouldBe("Концерт");
    }

    [Fact]
    public async Task Held_store_consumes_nothing()
    {
        var hold = new HeldSwitch { IsHeld = true };
        await using var bench = await TopicBench.StartAsync();
        var id = Guid.NewGuid();
        await bench.Producer.PutAsync($"{id}", TopicBench.Event(id, "Концерт"));
        await using (var face = await bench.FaceAsync(services => services.AddSingleton<IHeldStore>(hold)))
        {
            await hold.Told.Within("the question");
            (await TopicBench.CommandAsync(face, "replay_records")).ShouldBe((CommandExit.Refused, IHeldStore.Sentence));
            (await NameAsync(face, id)).ShouldBeNull();
        }

        bench.Committed().ShouldBe(0);
        await using var released = await bench.FaceAsync();
        await bench.CommittedAsync(1);
        (await NameAsync(released, id)).ShouldBe("Концерт");
    }

    [Fact]
    public async Task Missing_broker_and_topic_are_awaited()
    {
        await using var bench = await TopicBench.StartAsync();
        await using var face = await bench.FaceAsync();
        await SaysAsync(bench, "does not exist; waiting", 1);
        bench.Broker.Pause();
        await SaysAsync(bench, "No broker of topic", 1);
        using (var health = await face.Client.GetAsync(new Uri("/health", UriKind.Relative))) health.EnsureSuccessStatusCode();
        using (var ready = await face.Client.GetAsync(new Uri("/readyz", UriKind.Relative))) ready.EnsureSuccessStatusCode();

        bench.Broker.Resume();
        var id = Guid.NewGuid();
        await bench.Producer.PutAsync($"{id}", TopicBench.Event(id, "Концерт"));
        await bench.CommittedAsync(1);
        (await NameAsync(face, id)).ShouldBe("Концерт");
        await SaysAsync(bench, "is available again", 1);
        await SaysAsync(bench, "No broker of topic", 1);
    }

    [Fact]
    public async Task Drain_stops_the_consumer_before_the_silo()
    {
        await using var bench = await TopicBench.StartAsync();
        var id = Guid.NewGuid();
        await bench.Producer.PutAsync($"{id}", TopicBench.Event(id, "Концерт"));
        var end = new SiloEnd(() => bench.Log.Lines.Any(line => line.Contains("has left its group", StringComparison.Ordinal)));
        await using (var face = await bench.FaceAsync(services => services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(end))) await bench.CommittedAsync(1);

        end.HadLeft.ShouldBe(true);
        await bench.Producer.PutAsync($"{id}", TopicBench.Event(id, "Концерт (перенос)", changedMinute: 1));
        bench.Committed().ShouldBe(1, "no silo consumes any more");
        await using var next = await bench.FaceAsync();
        await bench.CommittedAsync(2);
        (await NameAsync(next, id)).ShouldBe("Концерт (перенос)");
    }

    [Fact]
    public async Task Control_committing_before_the_write_loses_records()
    {
        await using var bench = await TopicBench.StartAsync();
        var id = Guid.NewGuid();
        await bench.Producer.PutAsync($"{id}", TopicBench.Event(id, "Концерт"));
        // A group member that commits before the write and then crashes, which the order of writes prevents.
        using (var reader = new Confluent.Kafka.ConsumerBuilder<byte[], byte[]>(new Confluent.Kafka.ConsumerConfig
        {
            BootstrapServers = bench.Broker.Servers, GroupId = "actors", EnableAutoCommit = false, SessionTimeoutMs = 6000, AutoOffsetReset = Confluent.Kafka.AutoOffsetReset.Earliest,
        }).Build())
        {
            reader.Subscribe(Broker.TopicProducer.Topic);
            reader.Commit(reader.Consume(TimeSpan.FromSeconds(30)));
            reader.Close();
        }

        var other = Guid.NewGuid();
        await using var face = await bench.FaceAsync();
        await bench.Producer.PutAsync($"{other}", TopicBench.Event(other, "Лекция"));
        await bench.CommittedAsync(2);
        (await NameAsync(face, other)).ShouldBe("Лекция");
        (await NameAsync(face, id)).ShouldBeNull();
    }

    private static async Task<string?> NameAsync(Face face, Guid id) => (await face.Services.GetRequiredService<ProviderEventRows>().FindAsync(id))?.Name;

    private static async Task<long> VersionAsync(Face face, Guid id) =>
        (await face.Database.QueryAsync<long>("SELECT version FROM provider_events WHERE key = @key", new { key = $"{id:N}" }))[0];

    private static async Task SaysAsync(TopicBench bench, string part, int times)
    {
        int Count() => bench.Log.Lines.Count(line => line.Contains(nameof(TopicConsumer), StringComparison.Ordinal) && line.Contains(part, StringComparison.Ordinal));
        await Waiting.UntilAsync(part, () => Task.FromResult(Count() >= times));
        Count().ShouldBe(times);
    }

    /// <summary>Checks at the beginning of the silo's stop whether the consumer has left its group.</summary>
    private sealed class SiloEnd(Func<bool> hasLeft) : ILifecycleParticipant<ISiloLifecycle>
    {
        public bool? HadLeft { get; private set; }

        public void Participate(ISiloLifecycle observer) => observer.Subscribe(nameof(SiloEnd), ServiceLifecycleStage.Active, _ => Task.CompletedTask, _ =>
        {
            HadLeft = hasLeft();
            return Task.CompletedTask;
        });
    }
}
