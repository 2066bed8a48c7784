using Actors.Search.Index;
using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Search.Tests;

public sealed class TypoTests(ITestOutputHelper output)
{
    [Fact]
    public void The_scan_agrees_with_comparing_every_word()
    {
        var random = SeededRandom.Create(output);
        for (var round = 0; round < 300; round++)
        {
            string[] words = [.. Enumerable.Range(0, 200).Select(_ => Reference.RandomWord(random, 2, 11)).Distinct().Order(StringComparer.Ordinal)];
            var stems = words.Select(word => (byte)random.Next(2, word.Length + 1)).ToArray();
            var pattern = Reference.RandomWord(random, 3, 11);
            var stem = random.Next(2, pattern.Length + 1);

            var found = new List<(int, int)>();
            TypoScan.Run(TermList.Of(words), pattern, stem, stems, (term, typos) => found.Add((term, typos)));

            var expected = Enumerable.Range(0, words.Length)
                .Select(term => (term, Reference.Typos(pattern, stem, words[term], stems[term]))).Where(pair => pair.Item2 > 0);
            found.ShouldBe(expected, $"{pattern}/{stem}");
        }
    }

    [Theory]
    [InlineData(4, 12)]
    [InlineData(50, 64)]
    [InlineData(64, 70)]
    public void The_scan_handles_long_words(int min, int max)
    {
        var random = SeededRandom.Create(output);
        for (var round = 0; round < 30; round++)
        {
            var meant = Reference.RandomWord(random, min, max);
            string[] words = [.. Enumerable.Range(0, 60).Select(_ => Damaged(meant, random)).Distinct().Order(StringComparer.Ordinal)];

            var found = new List<(int, int)>();
            TypoScan.Run(TermList.Of(words), meant, meant.Length, [], (term, typos) => found.Add((term, typos)));

            found.Count.ShouldBeGreaterThan(0);
            found.ShouldBe(Enumerable.Range(0, words.Length).Select(term => (term, Reference.Typos(meant, meant.Length, words[term], words[term].Length)))
                .Where(pair => pair.Item2 > 0), meant);
        }
    }

    [Theory]
    [InlineData("концрет", "концерт", 1)]
    [InlineData("выстафка", "выставка", 1)]
    [InlineData("спиктакьль", "спектакль", 2)]
    [InlineData("кот", "код", 0)]
    [InlineData("2026", "2025", 0)]
    public void The_typo_budget_depends_on_the_length(string typed, string meant, int typos)
    {
        var found = 0;
        TypoScan.Run(TermList.Of([meant]), typed, typed.Length, [], (_, distance) => found = distance);
        found.ShouldBe(typos);
    }

    private static string Damaged(string word, Random random)
    {
        for (var typos = random.Next(4); typos > 0; typos--)
        {
            var at = random.Next(1, word.Length - 1);
            word = random.Next(4) switch
            {
                0 => word.Remove(at, 1),
                1 => word.Insert(at, "ж"),
                2 => word[..at] + "э" + word[(at + 1)..],
                _ => word[..(at - 1)] + word[at] + word[at - 1] + word[(at + 1)..],
            };
        }

        return word;
    }
}
