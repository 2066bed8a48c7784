using System.Collections.Immutable;
using Actors.TestKit;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace Actors.Search.Tests;

public sealed class IndexTests(ITestOutputHelper output)
{
    private static readonly string[] s_words =
    [
        "концерт", "концерты", "концертный", "канцерт", "театр", "театра", "teatr", "rock", "рок", "рока", "stand-up", "стенд-ап", "standup", "джаз",
        "jazz", "jazzy", "2026", "2025", "ёлка", "елки", "металлика", "metallica", "moskva", "москве", "rjywthn", "в", "на", "кот", "код", "коты",
    ];

    [Fact]
    public void The_index_agrees_with_the_reference_after_changes()
    {
        var random = SeededRandom.Create(output);
        var (index, documents) = (SearchIndex.Empty, new SortedDictionary<long, SearchDocument>());
        for (var round = 0; round < 300; round++)
        {
            SearchDocument[] changed = [.. Enumerable.Range(0, random.Next(8)).Select(_ => Document(random)).DistinctBy(d => d.Id)];
            long[] removed = [.. Enumerable.Range(0, random.Next(3)).Select(_ => (long)random.Next(60)).Except(changed.Select(d => d.Id))];
            index = index.With(changed, removed);
            foreach (var document in changed) documents[document.Id] = document;
            foreach (var id in removed) documents.Remove(id);

            var query = Text(random, 1, 4);
            var expected = Reference.Find(documents.Values, query);

            index.Count.ShouldBe(documents.Count);
            index.Find(query, 1000).Hits.ToArray().ShouldBe(expected, ignoreOrder: false, query);
        }
    }

    [Fact]
    public void The_pages_together_are_the_whole_list()
    {
        var random = SeededRandom.Create(output);
        var index = SearchIndex.Build(Enumerable.Range(0, 500).Select(id => Document(random) with { Id = id }));
        var whole = index.Find("концерт", 1000).Hits;

        var paged = new List<SearchHit>();
        while (index.Find("концерт", 7, after: paged.Count == 0 ? null : paged[^1]) is { Hits.Length: > 0 } page)
        {
            page.Total.ShouldBe(whole.Length);
            paged.AddRange(page.Hits);
        }

        whole.Length.ShouldBeGreaterThan(50);
        paged.ShouldBe(whole.ToArray());
    }

    [Fact]
    public void Only_accepted_documents_are_found_and_counted()
    {
        var index = SearchIndex.Build(Enumerable.Range(0, 100).Select(id => new SearchDocument(id, [new SearchField("джаз", 1)])));

        var found = index.Find("джаз", 3, id => id % 2 == 1);

        found.Total.ShouldBe(50);
        found.Hits.Select(hit => hit.Id).ShouldBe([1, 3, 5]);
    }

    [Fact]
    public void Every_title_finds_its_document() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonEmptyString>(), ArbMap.Default.ArbFor<NonEmptyString>(), (one, other) =>
        {
            var index = SearchIndex.Build([Titled(1, one.Get), Titled(2, other.Get)]);
            return Finds(index, 1, one.Get) && Finds(index, 2, other.Get);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void A_long_title_finds_only_its_document()
    {
        var random = SeededRandom.Create(output);
        var titles = Enumerable.Range(0, 200).Select(_ => Text(random, 1, 30)).ToArray();
        var index = SearchIndex.Build(titles.Select((title, id) => Titled(id, title)));

        Enumerable.Range(0, titles.Length).Where(id => !Finds(index, id, titles[id])).ShouldBeEmpty();
    }

    // A title without letters and digits cannot be searched for.
    private static bool Finds(SearchIndex index, long id, string title) =>
        Search.Text.TextFolding.Fold(title).Length == 0 || index.Find(title, 1000).Hits.Any(hit => hit.Id == id);

    private static SearchDocument Titled(long id, string title) => new(id, [new SearchField(title, 10)]);

    private static SearchDocument Document(Random random)
    {
        var fields = ImmutableArray.Create(new SearchField(Text(random, 1, 4), 10), new SearchField(Text(random, 0, 6), 2));
        return new SearchDocument(random.Next(60), fields);
    }

    private static string Text(Random random, int min, int max) =>
        string.Join(' ', Enumerable.Range(0, random.Next(min, max)).Select(_ => s_words[random.Next(s_words.Length)]));
}
