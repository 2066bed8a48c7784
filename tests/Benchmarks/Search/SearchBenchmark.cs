using System.Diagnostics;
using Actors.Search;

namespace Actors.Benchmarks.Search;

/// <summary>Measures the search index: time to build and change it, its memory, and queries of every kind.</summary>
internal static class SearchBenchmark
{
    private const int Seed = 20260901;
    private const int Queries = 400;

    public static Task RunAsync()
    {
        Measure("100,000 events", 100_000, static (corpus, id) => corpus.Event(id));
        Measure("20,000 titles", 20_000, static (corpus, id) => corpus.Title(id));
        return Task.CompletedTask;
    }

    private static void Measure(string name, int count, Func<Corpus, long, SearchDocument> document)
    {
        Table.Title(name);
        var random = new Random(Seed);
        var corpus = new Corpus(random);
        SearchDocument[] documents = [.. Enumerable.Range(0, count).Select(id => document(corpus, id))];
        var index = Timed("build", () => SearchIndex.Build(documents));
        Table.Row("memory", (double)index.Bytes / count, "bytes/document");
        var changed = Timed("replace 1 document", () => index.With([document(corpus, 7)], []));
        changed = Timed("replace 1000 documents", () => changed.With([.. documents[..1000]], []));
        Latency("one word", changed, corpus.Word);
        Latency("three words", changed, () => corpus.Words(3));
        Latency("beginning of two letters", changed, () => corpus.Word()[..2]);
        Latency("with typos", changed, () => Damaged(corpus.Words(2), random));
        Latency("the most frequent word", changed, () => "концерт");
        Latency("12 words with typos, 10,000 characters", changed, () => string.Concat(Enumerable.Repeat(Damaged(corpus.Words(6), random) + " ", 200)));
    }

    private static SearchIndex Timed(string name, Func<SearchIndex> work)
    {
        var started = Stopwatch.GetTimestamp();
        var index = work();
        Table.Row(name, Stopwatch.GetElapsedTime(started).TotalMilliseconds, "ms");
        return index;
    }

    private static void Latency(string name, SearchIndex index, Func<string> query)
    {
        string[] queries = [.. Enumerable.Range(0, Queries).Select(_ => query())];
        foreach (var asked in queries.Take(50)) index.Find(asked, 100);
        double[] times = [.. queries.Select(asked => Time(index, asked)).Order()];
        Table.Row($"{name}, median", times[Queries / 2], "ms");
        Table.Row($"{name}, p99", times[Queries * 99 / 100], "ms", "20");
    }

    private static double Time(SearchIndex index, string query)
    {
        var started = Stopwatch.GetTimestamp();
        index.Find(query, 100);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static string Damaged(string text, Random random)
    {
        var letters = text.ToCharArray();
        var at = random.Next(1, letters.Length - 1);
        (letters[at], letters[at - 1]) = (letters[at - 1], letters[at]);
        return new string(letters);
    }
}
