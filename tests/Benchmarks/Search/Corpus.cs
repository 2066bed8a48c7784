using Actors.Search;

namespace Actors.Benchmarks.Search;

/// <summary>Realistic events: Russian titles of a few words, 200 places, descriptions of about forty words from a large vocabulary.</summary>
internal sealed class Corpus(Random random)
{
    private static readonly string[] s_kinds = ["Концерт", "Спектакль", "Выставка", "Фестиваль", "Экскурсия", "Мастер-класс", "Stand-up", "Квест", "Шоу", "Показ"];
    private static readonly string[] s_beginnings = ["прем", "вес", "дож", "бел", "ноч", "кра", "мос", "пет", "зим", "лет", "сол", "лун", "муз", "теат", "рок", "джаз", "опер", "бал", "ска", "дет"];
    private static readonly string[] s_middles = ["ов", "ин", "ар", "ел", "ис", "ок", "ун", "ат", "ир", "ост", "ен", "ал", "ер", "ич", "уш", "ан", "ев", "ит", "ол", "ящ"];
    private static readonly string[] s_endings = ["а", "ый", "ого", "ами", "ение", "ость", "ов", "ия", "ский", "ка", "ки", "у", "ом", "ных", "ать", "ил", "ят", "ое", "ей", ""];

    private readonly string[] _words =
        [.. Enumerable.Range(0, 60_000).Select(_ => Pick(random, s_beginnings) + Pick(random, s_middles) + Pick(random, s_middles) + Pick(random, s_endings))];

    /// <summary>A word; some are frequent, most are rare.</summary>
    public string Word() => _words[(int)(Math.Pow(random.NextDouble(), 3) * _words.Length)];

    public SearchDocument Event(long id) => new(id,
    [
        new SearchField($"{Pick(random, s_kinds)} {Words(3)}", 10),
        new SearchField($"Площадка {_words[random.Next(200)]}", 5),
        new SearchField(Pick(random, s_kinds), 4),
        new SearchField(Words(40), 1),
    ]);

    /// <summary>A title of two to six words, in both alphabets.</summary>
    public SearchDocument Title(long id) => new(id, [new SearchField(Words(random.Next(2, 7)), 10), new SearchField($"title {id} {Words(3)}", 5)]);

    public string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Word()));

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
