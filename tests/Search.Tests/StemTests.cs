using Actors.Search.Stems;
using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Search.Tests;

public sealed class StemTests(ITestOutputHelper output)
{
    private const string Corpus = "samples/corpora/russian-stems";

    [Theory]
    [InlineData("концерт", "концерт")]
    [InlineData("концертов", "концерт")]
    [InlineData("концертами", "концерт")]
    [InlineData("выставки", "выставк")]
    [InlineData("спектаклей", "спектакл")]
    [InlineData("играющая", "игра")]
    [InlineData("прочитавши", "прочита")]
    [InlineData("собираются", "собира")]
    [InlineData("красивейшие", "красив")]
    [InlineData("длиннейший", "длин")]
    [InlineData("новость", "новост")]
    [InlineData("готовность", "готовн")]
    [InlineData("историями", "истор")]
    [InlineData("семья", "сем")]
    [InlineData("весенний", "весен")]
    [InlineData("в", "в")]
    [InlineData("", "")]
    [InlineData("rock", "rock")]
    [InlineData("2026", "2026")]
    public void A_word_is_stemmed(string word, string stem) => word[..RussianStemmer.StemLength(word)].ShouldBe(stem);

    [SampleFact(Corpus)]
    public void The_stems_match_the_published_vocabulary()
    {
        var words = Lines("voc.txt");
        var stems = Lines("output.txt");

        var wrong = words.Zip(stems).Where(pair => Stem(pair.First) != pair.Second.Replace('ё', 'е')).ToList();

        output.WriteLine($"{words.Length - wrong.Count} of {words.Length} words");
        words.Length.ShouldBeGreaterThan(49_000);
        wrong.ShouldBeEmpty();
    }

    [SampleFact(Corpus)]
    public void Control_a_stemmer_that_does_nothing_fails() =>
        Lines("voc.txt").Zip(Lines("output.txt")).Count(pair => pair.First == pair.Second).ShouldBeLessThan(10_000);

    private static string Stem(string word)
    {
        var folded = word.Replace('ё', 'е');
        return folded[..RussianStemmer.StemLength(folded)];
    }

    private static string[] Lines(string file) => File.ReadAllLines(SharedFolder.Combine($"{Corpus}/{file}"));
}
